// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.store.Store;
import dev.probity.web.collect.FormDoors;
import dev.probity.web.collect.Pace;
import dev.probity.web.collect.PointDoors;
import dev.probity.web.collect.RecordDoors;
import dev.probity.web.decide.Controllers;
import dev.probity.web.decide.Disclosures;
import dev.probity.web.decide.Doorkeeper;
import dev.probity.web.decide.Doors;
import dev.probity.web.decide.ErasureDoors;
import dev.probity.web.decide.EventDoors;
import dev.probity.web.decide.FactDoors;
import dev.probity.web.decide.LedgerDoors;
import dev.probity.web.decide.MailDoors;
import dev.probity.web.decide.PixelDoors;
import dev.probity.web.decide.RegisterDoors;
import dev.probity.web.decide.UnsubscribeDoors;
import dev.probity.web.json.Room;
import dev.probity.web.page.StyleDoor;
import dev.probity.web.problem.ProblemValve;
import dev.probity.web.problem.Problems;
import dev.probity.web.publish.NoticeDoors;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the server together. Spring makes what stands here and finds nothing by itself. */
@Configuration(proxyBeanMethods = false)
@Import({
  Borrowed.class,
  Doors.class,
  FactDoors.class,
  RegisterDoors.class,
  Disclosures.class,
  PointDoors.class,
  EventDoors.class,
  ErasureDoors.class,
  RecordDoors.class,
  FormDoors.class,
  StyleDoor.class,
  NoticeDoors.class,
  LedgerDoors.class,
  MailDoors.class,
  UnsubscribeDoors.class,
  PixelDoors.class,
  Problems.class,
  Outgoing.class
})
class Application {
  @Bean
  Doorkeeper doorkeeper(Controllers controllers, Store store, InstantSource clock) {
    return new Doorkeeper(controllers, store.tokens(), clock);
  }

  /** Enough for a family behind one address, and too little for a script. */
  @Bean
  Pace pace(InstantSource clock, SecureRandom random) {
    return new Pace(clock, random, 30);
  }

  @Bean
  WebMvcRegistrations doorplates() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Doorplates();
      }
    };
  }

  @Bean
  Room room() {
    return new Room(Runtime.getRuntime().maxMemory(), Duration.ofSeconds(10));
  }

  @Bean
  HealthIndicator database(Store store) {
    return () -> (store.answers() ? Health.up() : Health.down()).build();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownWords() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host)
                host.setErrorReportValveClass(ProblemValve.class.getName());
            });
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.store.Store;
import dev.probity.store.log.Ledgers;
import dev.probity.store.mail.Mails;
import dev.probity.store.subject.Erasures;
import dev.probity.store.subject.Subjects;
import dev.probity.web.decide.Controllers;
import dev.probity.web.decide.MailDoors;
import dev.probity.web.decide.Outbox;
import dev.probity.web.publish.Notices;
import dev.probity.web.publish.Publication;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What Spring is told: where it listens, and of which parts it makes the server. It gets as far as
 * it can before it asks for them, so a database may start meanwhile. Used once, by one thread.
 */
record Assembly(Web.Place place, Supplier<Web.Parts> parts) {
  SpringApplicationBuilder with(Consumer<GenericApplicationContext> more) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.SERVLET)
        .registerShutdownHook(false)
        .logStartupInfo(false)
        .environment(closed(properties()))
        .initializers(context -> register((GenericApplicationContext) context))
        .initializers(context -> more.accept((GenericApplicationContext) context));
  }

  private void register(GenericApplicationContext context) {
    context.registerBean(Web.Parts.class, parts);
    // Why first: packs are compiled on one core while Spring goes on on another.
    bean(context, Controllers.class, its -> new Controllers(its.packs()));
    bean(context, InstantSource.class, Web.Parts::clock);
    bean(context, Notices.class, Web.Parts::notices);
    context.registerBean(
        Store.class,
        () -> context.getBean(Web.Parts.class).store(),
        definition -> definition.setDestroyMethodName(""));
    context.registerBean(SecureRandom.class, () -> new SecureRandom());
    bean(context, Ledgers.class, its -> its.store().ledgers(its.ledger()));
    bean(
        context,
        Subjects.class,
        its -> its.store().subjects(its.keys(), context.getBean(Ledgers.class)));
    bean(
        context,
        Mails.class,
        its -> its.store().mails(context.getBean(Subjects.class), context.getBean(Ledgers.class)));
    context.registerBean(Outbox.class);
    bean(
        context,
        Publication.class,
        its ->
            new Publication(
                context.getBean(Controllers.class),
                its.packs(),
                its.notices(),
                context.getBean(Ledgers.class),
                its.clock()));
    bean(
        context, MailDoors.MailAllowed.class, its -> new MailDoors.MailAllowed(its.post() != null));
    bean(
        context,
        Erasures.class,
        its -> its.store().erasures(its.keys(), context.getBean(Ledgers.class)));
    bean(
        context,
        Upkeep.class,
        its ->
            new Upkeep(
                its.packs().keySet(),
                context.getBean(Erasures.class),
                its.keys(),
                its.clock(),
                context.getBean(MeterRegistry.class)));
  }

  private static <T> void bean(
      GenericApplicationContext context, Class<T> type, Function<Web.Parts, T> of) {
    context.registerBean(type, () -> of.apply(context.getBean(Web.Parts.class)));
  }

  /**
   * Nothing but these: a variable such as {@code SERVER_ADDRESS}, or a file that lies where the
   * server is started, must not open what is closed here.
   */
  private static ConfigurableEnvironment closed(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.stream().map(PropertySource::getName).toList().forEach(sources::remove);
    sources.addFirst(new MapPropertySource("probity", properties));
    return environment;
  }

  private Map<String, Object> properties() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("spring.config.location", "optional:classpath:/dev/probity/web/none/");
    all.put("server.address", place.address());
    all.put("server.port", place.port());
    all.put("server.shutdown", "graceful");
    all.put("server.server-header", "");
    all.put("server.tomcat.connection-timeout", "10s");
    all.put("server.tomcat.max-swallow-size", "1MB");
    // Why: services ask again and again; a new connection every hundred times would cost them more.
    all.put("server.tomcat.max-keep-alive-requests", -1);
    all.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.threads.virtual.enabled", true);
    all.put("spring.mvc.log-resolved-exception", false);
    all.put("spring.web.resources.add-mappings", false);
    all.put("spring.jmx.enabled", false);
    // Why: parts of a form would be laid down as files.
    all.put("spring.servlet.multipart.enabled", false);
    all.put("management.endpoints.web.base-path", "/");
    all.put("management.endpoints.web.discovery.enabled", false);
    all.put("management.endpoints.web.exposure.include", "health,prometheus");
    all.put("management.endpoints.web.path-mapping.prometheus", "metrics");
    all.put("management.endpoint.health.probes.enabled", true);
    all.put("management.endpoint.health.group.readiness.include", "readinessState,database");
    all.put("management.endpoint.health.show-components", "always");
    all.put("management.health.defaults.enabled", false);
    all.put("management.metrics.tags.application", "probity");
    boolean file = place.log() != null;
    if (file) all.put("logging.file.name", String.valueOf(place.log()));
    all.put("logging.threshold.console", file ? "OFF" : "INFO");
    all.put("logging.structured.format." + (file ? "file" : "console"), "ecs");
    all.put("logging.level.root", "WARN");
    all.put("logging.level.dev.probity", "INFO");
    // Why: these quote what was sent.
    all.put("logging.level.org.apache", "OFF");
    all.put("logging.level.org.springframework.web", "ERROR");
    // Why: what keeps it from starting is thrown, and said by whoever starts it.
    all.put("logging.level.org.springframework.boot.SpringApplication", "OFF");
    all.put("logging.level.org.springframework.boot.diagnostics", "OFF");
    all.put("logging.level.org.springframework.boot.web.server.servlet.context", "ERROR");
    return all;
  }
}

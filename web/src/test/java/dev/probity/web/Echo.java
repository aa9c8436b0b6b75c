// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same server with one door that gives back what it is sent: what HTTP costs by itself. */
@RestController
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Echo {
  @PostMapping(
      path = "/echo",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] echo(HttpServletRequest request) throws IOException {
    return request.getInputStream().readAllBytes();
  }
}

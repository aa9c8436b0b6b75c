// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds a door whose address differs from controller to controller by one look into a table, where
 * Spring would try every door there is; whatever does not match there it looks for as ever. Safe
 * for any number of threads.
 */
final class Doorplates extends RequestMappingHandlerMapping {
  private static final String FIRST = "/v1/";
  private static final String CONTROLLER = "{controller}";
  private static final String ANY = "*";

  @Override
  protected Set<String> getDirectPaths(RequestMappingInfo info) {
    Set<String> paths = new HashSet<>(super.getDirectPaths(info));
    for (String pattern : info.getPatternValues())
      if (pattern.startsWith(FIRST + CONTROLLER)) paths.add(pattern.replace(CONTROLLER, ANY));
    return paths;
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    int end = path.startsWith(FIRST) ? path.indexOf('/', FIRST.length()) : -1;
    return super.lookupHandlerMethod(end < 0 ? path : FIRST + ANY + path.substring(end), request);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.probity.house.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sends requests drawn from a server's OpenAPI document, right ones and spoilt ones, and holds
 * every answer to that document: a status it names, a media type it names for it, a body that fits,
 * no success for a body that does not fit, and never a status of 500 or above. One thread.
 */
public final class Fuzzer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json";
  private static final String PARTS = "multipart/form-data";
  private static final String BOUNDARY = "drawn-by-a-fuzzer";

  private final String url;
  private final String token;
  private final Map<String, String> values;
  private final Random random;
  private final Description description;
  private final Drawing drawing;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Integer> statuses = new TreeMap<>();

  /**
   * @param values for parameters by name, as whoever runs a fuzzer says them
   */
  public Fuzzer(String url, String path, String token, Map<String, String> values, long seed)
      throws IOException, InterruptedException {
    this.url = url;
    this.token = token;
    this.values = values;
    this.random = new Random(seed);
    HttpRequest document = HttpRequest.newBuilder(URI.create(url + path)).build();
    description =
        new Description(
            JSON.readTree(client.send(document, HttpResponse.BodyHandlers.ofString()).body()));
    drawing = new Drawing(description, random);
  }

  /** What was found, and how often each status came. */
  public record Report(List<String> findings, Map<String, Integer> statuses) {}

  public Report run(int requests) throws IOException, InterruptedException {
    List<Description.Operation> operations = description.operations();
    for (int i = 0; i < requests && findings.size() < 20; i++)
      ask(operations.get(i % operations.size()));
    return new Report(findings, statuses);
  }

  private void ask(Description.Operation operation) throws IOException, InterruptedException {
    int how = random.nextInt(10);
    String method =
        how == 0 ? drawing.draw(List.of("PUT", "DELETE", "PATCH", "GET")) : operation.method();
    JsonNode content = operation.is().at("/requestBody/content");
    String type = content.has(JSON_TYPE) ? JSON_TYPE : one(content);
    JsonNode schema = content.path(type).path("schema");
    JsonNode body = schema.isMissingNode() ? schema : drawing.value(schema, "", 0);
    if (how >= 7 && !schema.isMissingNode()) body = drawing.spoilt(body);
    byte[] sent = schema.isMissingNode() ? new byte[0] : bytes(type, body);
    boolean torn = how == 1 && sent.length > 1;
    if (torn) sent = Arrays.copyOf(sent, random.nextInt(sent.length - 1) + 1);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + address(operation)))
            .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofByteArray(sent));
    headers(operation, request);
    if (operation.is().has("security") && how != 2)
      request.header("Authorization", "Bearer " + token);
    if (sent.length > 0)
      request.header(
          "Content-Type",
          how == 3 ? "text/plain" : type.equals(PARTS) ? PARTS + "; boundary=" + BOUNDARY : type);
    if (how == 4)
      request.header("Accept", drawing.draw(List.of("text/html", "image/*", "*/*", "x")));
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    boolean wrong = torn || (!schema.isMissingNode() && !description.fits(schema, body));
    judge(
        operation,
        method.equalsIgnoreCase(operation.method()),
        wrong,
        answer,
        new String(sent, StandardCharsets.UTF_8));
  }

  private String one(JsonNode content) {
    List<String> types = new ArrayList<>();
    content.fieldNames().forEachRemaining(types::add);
    return types.isEmpty() ? "" : drawing.draw(types);
  }

  /** As a browser, a mail reader or a program sends it. */
  private byte[] bytes(String type, JsonNode body) throws IOException {
    if (type.equals(JSON_TYPE)) return JSON.writeValueAsBytes(body);
    StringBuilder sent = new StringBuilder();
    body.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              String value = text(field.getValue());
              if (type.equals(PARTS))
                sent.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                    .append(name.replaceAll("[^ -~]|\"", "?"))
                    .append("\"\r\n\r\n")
                    .append(value)
                    .append("\r\n");
              else
                sent.append(sent.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            });
    if (type.equals(PARTS)) sent.append("--" + BOUNDARY + "--\r\n");
    return sent.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private String address(Description.Operation operation) {
    String path = operation.path();
    for (JsonNode parameter : operation.is().path("parameters")) {
      JsonNode it = description.follow(parameter);
      if (!it.path("in").asText().equals("path")) continue;
      String name = it.path("name").asText();
      path = path.replace("{" + name + "}", encoded(parameter(it, name)));
    }
    return path.replaceAll("\\{[^}]*\\}", "x");
  }

  private void headers(Description.Operation operation, HttpRequest.Builder request) {
    for (JsonNode parameter : operation.is().path("parameters")) {
      JsonNode it = description.follow(parameter);
      if (!it.path("in").asText().equals("header") || random.nextBoolean()) continue;
      String value = parameter(it, it.path("name").asText()).replaceAll("[^ -~]", "?");
      if (!value.isBlank()) request.header(it.path("name").asText(), value);
    }
  }

  private String parameter(JsonNode parameter, String name) {
    String known = values.get(name);
    if (known != null && random.nextInt(12) > 0) return known;
    if (random.nextInt(4) == 0) return drawing.odd();
    return drawing.value(parameter.path("schema"), name, 0).asText();
  }

  private static String encoded(String value) {
    String text = value.length() > 500 ? value.substring(0, 500) : value;
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void judge(
      Description.Operation operation,
      boolean ownMethod,
      boolean wrong,
      HttpResponse<byte[]> answer,
      String sent)
      throws IOException {
    int status = answer.statusCode();
    statuses.merge("" + status, 1, Integer::sum);
    String what = operation.method() + " " + operation.path() + " " + sent + " -> " + status + " ";
    String said = new String(answer.body(), StandardCharsets.UTF_8);
    if (status >= 500) findings.add(what + said);
    JsonNode responses = operation.is().path("responses");
    JsonNode named =
        description.follow(
            responses.has("" + status) ? responses.get("" + status) : responses.path("default"));
    if (named.isMissingNode()) {
      // Another method on this path is another operation or none: 405 and 404 are all of it.
      if (ownMethod || status != 404) findings.add(what + "is not described");
      return;
    }
    if (ownMethod && wrong && status < 300) findings.add(what + "took what does not fit");
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode content = named.path("content");
    if (content.isEmpty() && answer.body().length == 0) return;
    if (!content.has(type)) {
      findings.add(what + "has the media type " + type);
      return;
    }
    JsonNode schema = content.get(type).path("schema");
    if (!type.endsWith("json") || schema.isMissingNode()) return;
    try {
      JsonNode body = JSON.readTree(said);
      if (status < 300) drawing.hear(body);
      if (schema.isObject() && !schema.isEmpty())
        description.complaints(schema, body).forEach(c -> findings.add(what + c + " in " + said));
    } catch (JsonProcessingException e) {
      findings.add(what + "is no JSON");
    }
  }
}

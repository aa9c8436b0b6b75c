// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * One span for each request (OpenTelemetry, OTLP over HTTP). It names the door's pattern, the
 * method, the status and how long it took: no address, no header, no value, no message of an
 * exception. Continues the trace of a caller that sends {@code traceparent}. Safe for any number of
 * threads; costs a request microseconds, and nothing waits for the collector. Closing it sends what
 * is left.
 */
public final class Spans
    implements ObservationHandler<ServerRequestObservationContext>, AutoCloseable {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /**
   * @param collector as {@code OTEL_EXPORTER_OTLP_ENDPOINT} names one; spans go to {@code
   *     v1/traces} below it
   */
  public Spans(URI collector) {
    String endpoint = collector.toString().replaceAll("/+$", "") + "/v1/traces";
    provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "probity")))
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build())
                    .build())
            .build();
    tracer = provider.get("dev.probity");
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }

  @Override
  public void onStart(ServerRequestObservationContext context) {
    HttpServletRequest request = Objects.requireNonNull(context.getCarrier());
    Context caller =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), request, Headers.THEIRS);
    context.put(
        Span.class,
        tracer.spanBuilder("request").setSpanKind(SpanKind.SERVER).setParent(caller).startSpan());
  }

  @Override
  public void onStop(ServerRequestObservationContext context) {
    Span span = context.getRequired(Span.class);
    String sent = Objects.requireNonNull(context.getCarrier()).getMethod();
    String method = METHODS.contains(sent) ? sent : "_OTHER";
    String pattern = context.getPathPattern();
    span.updateName(pattern == null ? method : method + " " + pattern);
    span.setAttribute(METHOD, method);
    if (pattern != null) span.setAttribute(ROUTE, pattern);
    if (context.getResponse() != null) {
      int status = context.getResponse().getStatus();
      span.setAttribute(STATUS, (long) status);
      if (status >= 500) span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  @Override
  public void close() {
    provider.shutdown().join(10, TimeUnit.SECONDS);
  }

  private enum Headers implements TextMapGetter<HttpServletRequest> {
    THEIRS;

    @Override
    public Iterable<String> keys(HttpServletRequest request) {
      return Collections.list(request.getHeaderNames());
    }

    @Override
    public @Nullable String get(@Nullable HttpServletRequest request, String name) {
      // Why not tracestate: it is the caller's free text, and would be sent on.
      return request == null || !name.equals("traceparent") ? null : request.getHeader(name);
    }
  }
}

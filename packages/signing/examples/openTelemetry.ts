// A recipe: copy it into your server. It depends on @opentelemetry/api, and @finauth-sdk/signing does not.

import type { FinAuthEvent, OnEvent } from '@finauth-sdk/signing';
import { context, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';

/**
 * Turns the events of one client into spans: one for each call, within the span that is active, and in it one for each attempt.
 *
 * ```ts
 * const finauth = createFinAuth({ onEvent: traceFinAuth(trace.getTracer('onboarding')) });
 * ```
 *
 * No span of these holds a URL. Those of an instrumentation of `fetch` or `node:http` do, and a URL holds the signature where an operation is signed in its query:
 * have it leave out `sign`, as by `redactedQueryParams: ['sign']` of `@opentelemetry/instrumentation-http`.
 *
 * Each client needs a listener of its own, since they count their calls by themselves.
 */
export function traceFinAuth(tracer: Tracer): OnEvent {
  const calls = new Map<number, { call: Span; attempt?: Span | undefined }>();

  /** The call's span. A call that is given up in the queue has had no attempt, and so no span before. */
  function spansOf({ callId, operation }: FinAuthEvent): { call: Span; attempt?: Span | undefined } {
    let spans = calls.get(callId);
    if (spans === undefined) calls.set(callId, (spans = { call: tracer.startSpan(`finauth ${operation}`) }));
    return spans;
  }

  return (event) => {
    const spans = spansOf(event);
    switch (event.type) {
      case 'attemptStarted': {
        const attributes = { 'finauth.operation': event.operation, 'http.request.resend_count': event.attempt - 1 };
        spans.attempt = tracer.startSpan(
          'finauth attempt',
          { kind: SpanKind.CLIENT, attributes },
          trace.setSpan(context.active(), spans.call),
        );
        return;
      }
      case 'answered':
        spans.attempt?.setAttribute('http.response.status_code', event.status);
        if (event.requestId !== undefined) spans.attempt?.setAttribute('finauth.request_id', event.requestId);
        end(spans.attempt, event.code);
        spans.attempt = undefined;
        return;
      case 'retrying':
        // Without an answer, this is the first to tell that the attempt is over.
        end(spans.attempt, event.code);
        spans.attempt = undefined;
        spans.call.addEvent('finauth.retrying', { 'error.type': event.code, 'finauth.delay_ms': event.delayMs });
        return;
      case 'clockCorrected':
        spans.call.addEvent('finauth.clock_corrected', { 'finauth.offset_ms': event.offsetMs });
        return;
      case 'slotLost':
        spans.call.addEvent('finauth.slot_lost');
        return;
      case 'succeeded':
      case 'gaveUp': {
        const code = event.type === 'gaveUp' ? event.code : undefined;
        // An attempt that had no answer is over now at the latest.
        end(spans.attempt, code);
        if (event.requestId !== undefined) spans.call.setAttribute('finauth.request_id', event.requestId);
        spans.call.setAttribute('finauth.waited_ms', event.waitedMs);
        end(spans.call, code);
        calls.delete(event.callId);
      }
    }
  };
}

function end(span: Span | undefined, code?: string): void {
  if (code !== undefined) span?.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR, message: code });
  span?.end();
}

-- Where a document, or a batch, is in its trace: a W3C traceparent, and behind a space the tracestate where it came with one. Null where
-- nobody follows it.
alter table posting add column trace text;
alter table batch add column trace text;

DROP INDEX "finding_spans_open";--> statement-breakpoint
CREATE INDEX "finding_spans_open" ON "finding_spans" USING btree ("chain","severity","id") WHERE "finding_spans"."closed_by" is null;
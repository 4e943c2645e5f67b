CREATE TABLE "report_exports" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_exports_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" text,
	"by_name" text NOT NULL,
	"chain" text NOT NULL,
	"account" text NOT NULL,
	"source" text NOT NULL,
	"scan_id" text NOT NULL,
	"period_from" timestamp with time zone,
	"period_to" timestamp with time zone,
	"format" text NOT NULL,
	"language" text NOT NULL,
	"redacted" boolean NOT NULL,
	"file_name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"milliseconds" integer NOT NULL,
	CONSTRAINT "report_exports_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE INDEX "report_exports_of_chain" ON "report_exports" USING btree ("chain","format","number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "report_exports_sha256" ON "report_exports" USING btree ("sha256");--> statement-breakpoint
CREATE TRIGGER report_exports_are_append_only BEFORE UPDATE OR DELETE ON "report_exports"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "finding_spans" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "finding_spans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chain" text NOT NULL,
	"account" text NOT NULL,
	"fingerprint" text NOT NULL,
	"check" text NOT NULL,
	"severity" smallint NOT NULL,
	"outcome" text NOT NULL,
	"blocked" boolean NOT NULL,
	"region" text NOT NULL,
	"resource" text NOT NULL,
	"finding" jsonb NOT NULL,
	"from_position" integer NOT NULL,
	"closed_by" integer,
	"gone" text,
	"change" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	"known" text,
	"failed_before" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scan_summaries" (
	"scan_id" text PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"account" text NOT NULL,
	"position" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"judgement" bigint NOT NULL,
	"score" integer,
	"score_from" integer NOT NULL,
	"score_up_to" integer NOT NULL,
	"read_share" real NOT NULL,
	"steps_done" integer NOT NULL,
	"steps_unknown" integer NOT NULL,
	"steps" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"coverage" jsonb NOT NULL,
	"standings" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"engine_version" text NOT NULL,
	"catalogue_digest" text NOT NULL,
	"score_model" text NOT NULL,
	"settings_digest" text
);
--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "body" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "manifest" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "moments" "bytea";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "scan_summaries" ADD CONSTRAINT "scan_summaries_scan_id_scans_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_spans_of_finding" ON "finding_spans" USING btree ("chain","fingerprint","from_position");--> statement-breakpoint
CREATE INDEX "finding_spans_open" ON "finding_spans" USING btree ("chain","severity","since","id") WHERE "finding_spans"."closed_by" is null;--> statement-breakpoint
CREATE INDEX "finding_spans_open_of_check" ON "finding_spans" USING btree ("chain","check") WHERE "finding_spans"."closed_by" is null;--> statement-breakpoint
CREATE INDEX "finding_spans_began" ON "finding_spans" USING btree ("chain","from_position");--> statement-breakpoint
CREATE INDEX "finding_spans_ended" ON "finding_spans" USING btree ("chain","closed_by") WHERE "finding_spans"."closed_by" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "scan_summaries_of_chain" ON "scan_summaries" USING btree ("chain","position");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_manifest_facts_digest_fk" FOREIGN KEY ("manifest") REFERENCES "public"."facts"("digest") ON DELETE no action ON UPDATE no action;
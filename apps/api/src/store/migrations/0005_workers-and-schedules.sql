CREATE SEQUENCE "public"."scan_changes" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "periodic_jobs" (
	"name" text PRIMARY KEY NOT NULL,
	"next_run_at" timestamp with time zone NOT NULL,
	"worker" text,
	"lease_until" timestamp with time zone,
	"last_started_at" timestamp with time zone,
	"last_ended_at" timestamp with time zone,
	"last_problem" text
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"target" text PRIMARY KEY NOT NULL,
	"schedule" jsonb NOT NULL,
	"next_run_at" timestamp with time zone,
	"last_run_at" timestamp with time zone,
	"last_scan" text,
	"last_problem" text,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "trigger" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "worker" text;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "cancel_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "changed" bigint DEFAULT nextval('scan_changes') NOT NULL;--> statement-breakpoint
CREATE INDEX "schedules_next" ON "schedules" USING btree ("next_run_at");--> statement-breakpoint
CREATE INDEX "scans_changed" ON "scans" USING btree ("changed");--> statement-breakpoint
CREATE FUNCTION number_scan_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed := nextval('scan_changes');
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER scans_number_changes
  BEFORE UPDATE OF status, source, account, started_at, finished_at, problem, progress ON "scans"
  FOR EACH ROW EXECUTE FUNCTION number_scan_change();

CREATE TABLE "closed_regions" (
	"id" text PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"account" text NOT NULL,
	"region" text NOT NULL,
	"reason" text NOT NULL,
	"scan_id" text NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_id" text,
	"ended_by_name" text,
	"ended_by_scan" text
);
--> statement-breakpoint
CREATE INDEX "closed_regions_of_chain" ON "closed_regions" USING btree ("chain","at");--> statement-breakpoint
CREATE UNIQUE INDEX "closed_regions_held" ON "closed_regions" USING btree ("chain","region") WHERE "closed_regions"."ended_at" is null;--> statement-breakpoint
CREATE FUNCTION refuse_closed_region_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  once constant text[] := ARRAY['ended_at', 'ended_by_id', 'ended_by_name', 'ended_by_scan'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF current_setting('ippo.erasing', true) = 'on' THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the table closed_regions is append-only';
  END IF;
  IF (to_jsonb(NEW) - once) IS DISTINCT FROM (to_jsonb(OLD) - once) OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a confirmation keeps what it was made of';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER closed_regions_keep_what_they_were BEFORE UPDATE OR DELETE ON "closed_regions"
  FOR EACH ROW EXECUTE FUNCTION refuse_closed_region_change();

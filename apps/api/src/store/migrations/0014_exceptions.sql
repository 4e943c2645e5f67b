CREATE TABLE "exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"account" text NOT NULL,
	"check" text NOT NULL,
	"regions" jsonb,
	"resource" text,
	"reason" text NOT NULL,
	"owner" text NOT NULL,
	"last_day" date NOT NULL,
	"zone" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"second_person" boolean NOT NULL,
	"extends" text,
	"requested_by_id" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"approved_by_id" text,
	"approved_by_name" text,
	"approved_at" timestamp with time zone,
	"revoked_by_id" text,
	"revoked_by_name" text,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "exceptions_of_chain" ON "exceptions" USING btree ("chain","check");--> statement-breakpoint
CREATE FUNCTION refuse_exception_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  once constant text[] := ARRAY['approved_by_id', 'approved_by_name', 'approved_at', 'revoked_by_id', 'revoked_by_name', 'revoked_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF current_setting('ippo.erasing', true) = 'on' THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the table exceptions is append-only';
  END IF;
  IF (to_jsonb(NEW) - once) IS DISTINCT FROM (to_jsonb(OLD) - once)
    OR (OLD.approved_at IS NOT NULL AND (NEW.approved_by_id, NEW.approved_by_name, NEW.approved_at)
      IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_by_name, OLD.approved_at))
    OR (OLD.revoked_at IS NOT NULL AND (NEW.revoked_by_id, NEW.revoked_by_name, NEW.revoked_at)
      IS DISTINCT FROM (OLD.revoked_by_id, OLD.revoked_by_name, OLD.revoked_at)) THEN
    RAISE EXCEPTION 'an exception keeps what it was made of';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER exceptions_keep_what_they_were BEFORE UPDATE OR DELETE ON "exceptions"
  FOR EACH ROW EXECUTE FUNCTION refuse_exception_change();

CREATE TABLE "signing_keys" (
	"fingerprint" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "scope" text;--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_one_in_use" ON "signing_keys" USING btree (("retired_at" is null)) WHERE "signing_keys"."retired_at" is null;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_scope_facts_digest_fk" FOREIGN KEY ("scope") REFERENCES "public"."facts"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION refuse_signing_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL
    AND (NEW.fingerprint, NEW.public_key, NEW.since) = (OLD.fingerprint, OLD.public_key, OLD.since) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a public key is kept as it is';
END
$$;
--> statement-breakpoint
CREATE TRIGGER signing_keys_are_kept BEFORE UPDATE OR DELETE ON "signing_keys"
  FOR EACH ROW EXECUTE FUNCTION refuse_signing_key_change();

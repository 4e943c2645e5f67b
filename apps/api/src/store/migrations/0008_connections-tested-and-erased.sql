ALTER TABLE "connections" ADD COLUMN "problem" text;--> statement-breakpoint
CREATE UNIQUE INDEX "connections_one_role_an_account" ON "connections" USING btree ("account") WHERE "connections"."kind" = 'role' and "connections"."status" <> 'removed';--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Set for one transaction, by the one query that erases what is known of an account.
  IF TG_OP = 'DELETE' AND current_setting('ippo.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME;
END
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
CREATE TRIGGER attestations_are_append_only BEFORE UPDATE OR DELETE ON "attestations"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reports_are_append_only BEFORE UPDATE OR DELETE ON "reports"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

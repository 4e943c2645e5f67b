CREATE TABLE "weekly_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "weekly_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chain" text NOT NULL,
	"account" text NOT NULL,
	"week" text NOT NULL,
	"zone" text NOT NULL,
	"scan_id" text NOT NULL,
	"note" text,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "scan_summaries" ADD COLUMN "score_before" integer;--> statement-breakpoint
ALTER TABLE "scan_summaries" ADD COLUMN "regions" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "weekly_reviews_of_week" ON "weekly_reviews" USING btree ("chain","week") WHERE "weekly_reviews"."undone_at" is null;
CREATE TABLE "workers" (
	"name" text PRIMARY KEY NOT NULL,
	"alive_until" timestamp with time zone NOT NULL
);

ALTER TABLE "finding_spans" ADD COLUMN "alike" text GENERATED ALWAYS AS (md5("check" || ' ' || outcome || ' ' || blocked::text || ' ' || severity::text || ' '
          || (finding #>> '{reason,code}') || ' ' || ((finding #> '{reason,params}')
          - case when finding #>> '{reason,params,region}' = region then 'region' else '' end
          - case when finding #>> '{reason,params,user}' = finding ->> 'facet' then 'user' else '' end)::text)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "finding_spans_open_alike" ON "finding_spans" USING btree ("chain","alike") WHERE "finding_spans"."closed_by" is null;
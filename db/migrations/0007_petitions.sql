CREATE TABLE "calendar_day" (
	"community_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "calendar_day_community_id_day_pk" PRIMARY KEY("community_id","day")
);
--> statement-breakpoint
CREATE TABLE "petition" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"rules" jsonb NOT NULL,
	"rules_version" integer NOT NULL,
	"title" text NOT NULL,
	"demand" text NOT NULL,
	"grounds" text NOT NULL,
	"language" text NOT NULL,
	"addressee" text NOT NULL,
	"district_id" uuid,
	"search_text" text NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"author_email" text NOT NULL,
	"author_hash" text NOT NULL,
	"second_hash" text NOT NULL,
	"moderation_due_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"wipe_at" timestamp with time zone,
	"wiped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "petition_number" UNIQUE("community_id","number"),
	CONSTRAINT "petition_author_link" UNIQUE("community_id","author_hash"),
	CONSTRAINT "petition_second_link" UNIQUE("community_id","second_hash")
);
--> statement-breakpoint
CREATE TABLE "petition_answer" (
	"community_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"signed_by" text NOT NULL,
	"outcome" text NOT NULL,
	"body" text NOT NULL,
	"documents" jsonb NOT NULL,
	"votes" jsonb,
	"change_note" text DEFAULT '' NOT NULL,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_answer_community_id_petition_id_version_pk" PRIMARY KEY("community_id","petition_id","version")
);
--> statement-breakpoint
CREATE TABLE "petition_debate" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"scheduled_for" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"meeting_address" text DEFAULT '' NOT NULL,
	"minutes_address" text DEFAULT '' NOT NULL,
	"held_at" timestamp with time zone,
	"not_held_reason" text,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_debate_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "petition_draft" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"resume_hash" text NOT NULL,
	"answers" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"filed_number" integer,
	"updated_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_draft_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "petition_draft_resume" UNIQUE("community_id","resume_hash")
);
--> statement-breakpoint
CREATE TABLE "petition_event" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"actor_id" uuid,
	"ground" text,
	"note" text DEFAULT '' NOT NULL,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_event_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "petition_follower" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"canonical_email" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"leave_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_follower_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "petition_follower_once" UNIQUE("community_id","petition_id","canonical_email"),
	CONSTRAINT "petition_follower_leave" UNIQUE("community_id","leave_hash")
);
--> statement-breakpoint
CREATE TABLE "petition_lock" (
	"community_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "petition_lock_community_id_petition_id_pk" PRIMARY KEY("community_id","petition_id")
);
--> statement-breakpoint
CREATE TABLE "petition_mailing" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"about" text NOT NULL,
	"after" uuid,
	"sent" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_mailing_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "petition_review" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"grounds" text NOT NULL,
	"refused_by" uuid,
	"due_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_review_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "petition_rules" (
	"community_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "petition_rules_community_id_version_pk" PRIMARY KEY("community_id","version")
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"criteria" jsonb NOT NULL,
	"cause" text NOT NULL,
	"signatures" integer NOT NULL,
	"proposed_by" uuid NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "quarantine_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "quarantine_two_people" CHECK (decided_by is null or decided_by <> proposed_by)
);
--> statement-breakpoint
CREATE TABLE "sheet_line" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"name" text NOT NULL,
	"born_on" text NOT NULL,
	"district_id" uuid,
	"basis" text NOT NULL,
	"outcome" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "sheet_line_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "sheet_line_number" UNIQUE("community_id","sheet_id","line")
);
--> statement-breakpoint
CREATE TABLE "signature_sheet" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"batch" text NOT NULL,
	"number" integer NOT NULL,
	"keyed_by" uuid NOT NULL,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "signature_sheet_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "signature_sheet_number" UNIQUE("community_id","petition_id","batch","number"),
	CONSTRAINT "signature_sheet_two_people" CHECK (checked_by is null or checked_by <> keyed_by)
);
--> statement-breakpoint
CREATE TABLE "signing_limit" (
	"community_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"most" integer NOT NULL,
	"minutes" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "signing_limit_community_id_scope_pk" PRIMARY KEY("community_id","scope")
);
--> statement-breakpoint
CREATE TABLE "signing_network" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"network" text NOT NULL,
	"country" text,
	"treatment" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"changed_by" uuid,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "signing_network_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "signing_network_once" UNIQUE("community_id","network")
);
--> statement-breakpoint
CREATE TABLE "pending_signature" (
	"community_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"petition_id" uuid NOT NULL,
	"signer_key" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"show_name" boolean NOT NULL,
	"wants_news" boolean NOT NULL,
	"district_id" uuid,
	"basis" text NOT NULL,
	"language" text NOT NULL,
	"address_hash" text NOT NULL,
	"network_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "pending_signature_community_id_token_hash_pk" PRIMARY KEY("community_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "petition_count" (
	"community_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"signatures" integer NOT NULL,
	"annulled" integer DEFAULT 0 NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "petition_count_community_id_petition_id_pk" PRIMARY KEY("community_id","petition_id")
);
--> statement-breakpoint
CREATE TABLE "petition_count_cell" (
	"community_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"cut" text NOT NULL,
	"cell" text NOT NULL,
	"signatures" integer NOT NULL,
	CONSTRAINT "petition_count_cell_community_id_petition_id_cut_cell_pk" PRIMARY KEY("community_id","petition_id","cut","cell")
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"community_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"signer_key" uuid NOT NULL,
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"show_name" boolean NOT NULL,
	"district_id" uuid,
	"basis" text NOT NULL,
	"person_id" uuid,
	"assisted_by" uuid,
	"sheet_line_id" uuid,
	"address_hash" text NOT NULL,
	"network_hash" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"written" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "signature_community_id_petition_id_signer_key_pk" PRIMARY KEY("community_id","petition_id","signer_key")
);
--> statement-breakpoint
CREATE TABLE "signature_annulment" (
	"community_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"signer_key" uuid NOT NULL,
	"number" integer NOT NULL,
	"cause" text NOT NULL,
	"quarantine_id" uuid,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"written" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "signature_annulment_community_id_petition_id_signer_key_number_pk" PRIMARY KEY("community_id","petition_id","signer_key","number")
);
--> statement-breakpoint
CREATE TABLE "signature_watermark" (
	"community_id" uuid PRIMARY KEY NOT NULL,
	"watermark" "xid8" NOT NULL,
	"system_identifier" text NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"recounted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "threshold_fact" (
	"community_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"threshold" integer NOT NULL,
	"signatures" integer NOT NULL,
	"reached_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "threshold_fact_community_id_petition_id_threshold_pk" PRIMARY KEY("community_id","petition_id","threshold")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "leave_address" text;--> statement-breakpoint
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_community_id_district_id_district_community_id_id_fk" FOREIGN KEY ("community_id","district_id") REFERENCES "public"."district"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_community_id_author_id_person_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_answer" ADD CONSTRAINT "petition_answer_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_debate" ADD CONSTRAINT "petition_debate_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_draft" ADD CONSTRAINT "petition_draft_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_event" ADD CONSTRAINT "petition_event_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_follower" ADD CONSTRAINT "petition_follower_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_lock" ADD CONSTRAINT "petition_lock_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_lock" ADD CONSTRAINT "petition_lock_community_id_person_id_person_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_mailing" ADD CONSTRAINT "petition_mailing_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_review" ADD CONSTRAINT "petition_review_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_rules" ADD CONSTRAINT "petition_rules_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_community_id_proposed_by_person_community_id_id_fk" FOREIGN KEY ("community_id","proposed_by") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_line" ADD CONSTRAINT "sheet_line_community_id_sheet_id_signature_sheet_community_id_id_fk" FOREIGN KEY ("community_id","sheet_id") REFERENCES "public"."signature_sheet"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_line" ADD CONSTRAINT "sheet_line_community_id_district_id_district_community_id_id_fk" FOREIGN KEY ("community_id","district_id") REFERENCES "public"."district"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_sheet" ADD CONSTRAINT "signature_sheet_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_limit" ADD CONSTRAINT "signing_limit_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_network" ADD CONSTRAINT "signing_network_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_signature" ADD CONSTRAINT "pending_signature_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_count" ADD CONSTRAINT "petition_count_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_count_cell" ADD CONSTRAINT "petition_count_cell_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_annulment" ADD CONSTRAINT "signature_annulment_community_id_petition_id_signer_key_signature_community_id_petition_id_signer_key_fk" FOREIGN KEY ("community_id","petition_id","signer_key") REFERENCES "public"."signature"("community_id","petition_id","signer_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_watermark" ADD CONSTRAINT "signature_watermark_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold_fact" ADD CONSTRAINT "threshold_fact_community_id_petition_id_petition_community_id_id_fk" FOREIGN KEY ("community_id","petition_id") REFERENCES "public"."petition"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "petition_state" ON "petition" USING btree ("community_id","state","closes_at");--> statement-breakpoint
CREATE INDEX "petition_words" ON "petition" USING gin (to_tsvector('simple', search_text));--> statement-breakpoint
CREATE INDEX "petition_trigrams" ON "petition" USING gin (search_text gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "petition_debate_petition" ON "petition_debate" USING btree ("community_id","petition_id");--> statement-breakpoint
CREATE INDEX "petition_event_petition" ON "petition_event" USING btree ("community_id","petition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "petition_review_once" ON "petition_review" USING btree ("community_id","petition_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "quarantine_petition" ON "quarantine" USING btree ("community_id","petition_id");--> statement-breakpoint
CREATE INDEX "pending_signature_signer" ON "pending_signature" USING btree ("community_id","petition_id","signer_key");--> statement-breakpoint
CREATE INDEX "pending_signature_expiry" ON "pending_signature" USING btree ("community_id","expires_at");--> statement-breakpoint
CREATE INDEX "signature_written" ON "signature" USING btree ("community_id","written");--> statement-breakpoint
CREATE INDEX "signature_annulment_written" ON "signature_annulment" USING btree ("community_id","written");
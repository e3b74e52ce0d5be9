CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "audit_event" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"act" text NOT NULL,
	"actor_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb NOT NULL,
	"salt" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "audit_event_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "public_log_leaf" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"leaf_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "public_log_leaf_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "community" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"host" text,
	"name" jsonb NOT NULL,
	"zone" text NOT NULL,
	"currency" text NOT NULL,
	"languages" text[] NOT NULL,
	"brand_colour" text,
	"demo_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "community_slug_unique" UNIQUE("slug"),
	CONSTRAINT "community_host_unique" UNIQUE("host")
);
--> statement-breakpoint
CREATE TABLE "district" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"population" integer,
	"shape" jsonb,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "district_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "district_code" UNIQUE("community_id","code")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"valid_until" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "place_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "place_name" UNIQUE("community_id","district_id","folded_name")
);
--> statement-breakpoint
CREATE TABLE "attempt_count" (
	"community_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	CONSTRAINT "attempt_count_community_id_key_hash_window_start_pk" PRIMARY KEY("community_id","key_hash","window_start")
);
--> statement-breakpoint
CREATE TABLE "mail_link" (
	"community_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "mail_link_community_id_token_hash_pk" PRIMARY KEY("community_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"canonical_email" text NOT NULL,
	"password_hash" text NOT NULL,
	"language" text NOT NULL,
	"born_on" date,
	"confirmed_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "person_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "person_canonical_email" UNIQUE("community_id","canonical_email")
);
--> statement-breakpoint
CREATE TABLE "residence" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"valid_from" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"valid_to" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "residence_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "role_membership" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"valid_from" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"valid_to" timestamp with time zone,
	"granted_by" uuid,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "role_membership_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"community_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_community_id_token_hash_pk" PRIMARY KEY("community_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "co_author" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"canonical_email" text NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid,
	"name" text,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "co_author_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "co_author_once" UNIQUE("community_id","initiative_id","canonical_email"),
	CONSTRAINT "co_author_token" UNIQUE("community_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "initiative" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"district_id" uuid,
	"theme" text NOT NULL,
	"title" text NOT NULL,
	"search_text" text NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"show_name" boolean NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "initiative_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "initiative_number" UNIQUE("community_id","number")
);
--> statement-breakpoint
CREATE TABLE "initiative_draft" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"resume_hash" text NOT NULL,
	"answers" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_number" integer,
	"updated_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "initiative_draft_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "initiative_draft_resume" UNIQUE("community_id","resume_hash")
);
--> statement-breakpoint
CREATE TABLE "initiative_event" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"actor_id" uuid,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "initiative_event_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiative_photo" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"initiative_id" uuid,
	"description" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "initiative_photo_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiative_version" (
	"community_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"problem" text NOT NULL,
	"proposal" text NOT NULL,
	"beneficiaries" text NOT NULL,
	"place_note" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"cost_guess" bigint,
	"change_note" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "initiative_version_community_id_initiative_id_version_pk" PRIMARY KEY("community_id","initiative_id","version")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"run_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "job_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "job_once" UNIQUE("community_id","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"leased_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "outbox_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "estimate" (
	"community_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"amount" bigint NOT NULL,
	"basis" text NOT NULL,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "estimate_community_id_initiative_id_version_pk" PRIMARY KEY("community_id","initiative_id","version")
);
--> statement-breakpoint
CREATE TABLE "project" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"envelope_id" uuid NOT NULL,
	"code" text NOT NULL,
	"initiative_id" uuid,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"language" text NOT NULL,
	"cost" bigint NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"proposed_on" date,
	CONSTRAINT "project_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "project_code" UNIQUE("community_id","round_id","envelope_id","code")
);
--> statement-breakpoint
CREATE TABLE "screening" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"initiative_version" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"note" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "screening_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "screening_line" (
	"community_id" uuid NOT NULL,
	"screening_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "screening_line_community_id_screening_id_criterion_id_pk" PRIMARY KEY("community_id","screening_id","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "criterion" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"question" jsonb NOT NULL,
	"rule" jsonb NOT NULL,
	CONSTRAINT "criterion_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "criterion_number" UNIQUE("community_id","round_id","number")
);
--> statement-breakpoint
CREATE TABLE "envelope" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"district_id" uuid,
	"amount" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "envelope_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "envelope_area" UNIQUE NULLS NOT DISTINCT("community_id","round_id","district_id")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"rules_version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"published_at" timestamp with time zone,
	"locked_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"result_published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "round_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "round_slug" UNIQUE("community_id","slug")
);
--> statement-breakpoint
CREATE TABLE "round_amendment" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "round_amendment_community_id_round_id_number_pk" PRIMARY KEY("community_id","round_id","number")
);
--> statement-breakpoint
CREATE TABLE "round_stage" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_stage_community_id_round_id_kind_pk" PRIMARY KEY("community_id","round_id","kind")
);
--> statement-breakpoint
CREATE TABLE "ballot_file" (
	"community_id" uuid NOT NULL,
	"tally_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ballot_file_community_id_tally_id_pk" PRIMARY KEY("community_id","tally_id")
);
--> statement-breakpoint
CREATE TABLE "project_result" (
	"community_id" uuid NOT NULL,
	"tally_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"votes" integer NOT NULL,
	"funded" boolean NOT NULL,
	"place" integer NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "project_result_community_id_tally_id_project_id_pk" PRIMARY KEY("community_id","tally_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"envelope_id" uuid NOT NULL,
	"run" integer NOT NULL,
	"rule" text NOT NULL,
	"ballots" integer NOT NULL,
	"voters_with_funded_choice" integer NOT NULL,
	"input_sha256" text NOT NULL,
	"record" jsonb NOT NULL,
	"certified_at" timestamp with time zone,
	"superseded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "tally_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "tally_run" UNIQUE("community_id","round_id","envelope_id","run")
);
--> statement-breakpoint
CREATE TABLE "turnout_day" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"day" date NOT NULL,
	"channel" text NOT NULL,
	"voters" integer NOT NULL,
	CONSTRAINT "turnout_day_community_id_round_id_day_channel_pk" PRIMARY KEY("community_id","round_id","day","channel")
);
--> statement-breakpoint
CREATE TABLE "ballot_key" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"private_key" "bytea",
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ballot_key_community_id_round_id_pk" PRIMARY KEY("community_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"voted_on" date NOT NULL,
	CONSTRAINT "participation_community_id_round_id_person_id_pk" PRIMARY KEY("community_id","round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_ballot" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"receipt_hash" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "sealed_ballot_community_id_round_id_person_id_pk" PRIMARY KEY("community_id","round_id","person_id"),
	CONSTRAINT "sealed_ballot_receipt" UNIQUE("community_id","round_id","receipt_hash")
);
--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_log_leaf" ADD CONSTRAINT "public_log_leaf_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district" ADD CONSTRAINT "district_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_community_id_district_id_district_community_id_id_fk" FOREIGN KEY ("community_id","district_id") REFERENCES "public"."district"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_count" ADD CONSTRAINT "attempt_count_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_link" ADD CONSTRAINT "mail_link_community_id_person_id_person_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence" ADD CONSTRAINT "residence_community_id_person_id_person_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence" ADD CONSTRAINT "residence_community_id_district_id_district_community_id_id_fk" FOREIGN KEY ("community_id","district_id") REFERENCES "public"."district"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_membership" ADD CONSTRAINT "role_membership_community_id_person_id_person_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_community_id_person_id_person_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_author" ADD CONSTRAINT "co_author_community_id_initiative_id_initiative_community_id_id_fk" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiative"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_community_id_district_id_district_community_id_id_fk" FOREIGN KEY ("community_id","district_id") REFERENCES "public"."district"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_community_id_author_id_person_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_draft" ADD CONSTRAINT "initiative_draft_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_event" ADD CONSTRAINT "initiative_event_community_id_initiative_id_initiative_community_id_id_fk" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiative"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_version" ADD CONSTRAINT "initiative_version_community_id_initiative_id_initiative_community_id_id_fk" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiative"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_community_id_initiative_id_initiative_community_id_id_fk" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiative"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_community_id_envelope_id_envelope_community_id_id_fk" FOREIGN KEY ("community_id","envelope_id") REFERENCES "public"."envelope"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_community_id_initiative_id_initiative_community_id_id_fk" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiative"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening" ADD CONSTRAINT "screening_community_id_initiative_id_initiative_community_id_id_fk" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiative"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_line" ADD CONSTRAINT "screening_line_community_id_screening_id_screening_community_id_id_fk" FOREIGN KEY ("community_id","screening_id") REFERENCES "public"."screening"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_line" ADD CONSTRAINT "screening_line_community_id_criterion_id_criterion_community_id_id_fk" FOREIGN KEY ("community_id","criterion_id") REFERENCES "public"."criterion"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "envelope" ADD CONSTRAINT "envelope_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "envelope" ADD CONSTRAINT "envelope_community_id_district_id_district_community_id_id_fk" FOREIGN KEY ("community_id","district_id") REFERENCES "public"."district"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_amendment" ADD CONSTRAINT "round_amendment_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_stage" ADD CONSTRAINT "round_stage_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_file" ADD CONSTRAINT "ballot_file_community_id_tally_id_tally_community_id_id_fk" FOREIGN KEY ("community_id","tally_id") REFERENCES "public"."tally"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_result" ADD CONSTRAINT "project_result_community_id_tally_id_tally_community_id_id_fk" FOREIGN KEY ("community_id","tally_id") REFERENCES "public"."tally"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_result" ADD CONSTRAINT "project_result_community_id_project_id_project_community_id_id_fk" FOREIGN KEY ("community_id","project_id") REFERENCES "public"."project"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_community_id_envelope_id_envelope_community_id_id_fk" FOREIGN KEY ("community_id","envelope_id") REFERENCES "public"."envelope"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnout_day" ADD CONSTRAINT "turnout_day_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_key" ADD CONSTRAINT "ballot_key_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_community_id_person_id_person_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_ballot" ADD CONSTRAINT "sealed_ballot_community_id_round_id_person_id_participation_community_id_round_id_person_id_fk" FOREIGN KEY ("community_id","round_id","person_id") REFERENCES "public"."participation"("community_id","round_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_subject" ON "audit_event" USING btree ("community_id","subject_kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "residence_current" ON "residence" USING btree ("community_id","person_id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "role_membership_current" ON "role_membership" USING btree ("community_id","person_id","role") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "initiative_round" ON "initiative" USING btree ("community_id","round_id","state");--> statement-breakpoint
CREATE INDEX "initiative_event_initiative" ON "initiative_event" USING btree ("community_id","initiative_id");--> statement-breakpoint
CREATE INDEX "initiative_photo_draft" ON "initiative_photo" USING btree ("community_id","draft_id");--> statement-breakpoint
CREATE INDEX "initiative_photo_initiative" ON "initiative_photo" USING btree ("community_id","initiative_id");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("run_at") WHERE finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("next_attempt_at") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "screening_initiative" ON "screening" USING btree ("community_id","initiative_id");
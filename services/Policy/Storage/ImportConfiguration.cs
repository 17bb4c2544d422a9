using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Storage;

internal sealed class ImportConfiguration :
    IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportFile>, IEntityTypeConfiguration<StoredProblem>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports");
        builder.Property(import => import.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(import => import.AgencyId).HasColumnName("agency_id");
        builder.Property(import => import.State).HasColumnName("state").HasConversion<string>();
        builder.Property(import => import.Stage).HasColumnName("stage").HasConversion<string>();
        builder.Property(import => import.DryRun).HasColumnName("dry_run");
        builder.ComplexProperty(import => import.Requester, requester => requester.ToJson("requester"));
        builder.Property(import => import.RequestedAt).HasColumnName("requested_at");
        builder.Property(import => import.FinishedAt).HasColumnName("finished_at");
        builder.Ignore(import => import.IsReadyToRun);
        builder.Property(import => import.Awaited).HasColumnName("awaited");
        builder.ComplexProperty(import => import.Clients, counts => counts.ToJson("clients"));
        builder.ComplexProperty(import => import.Policies, counts => counts.ToJson("policies"));
        builder.ComplexProperty(import => import.Holders, counts => counts.ToJson("holders"));
    }

    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.ToTable("import_files");
        builder.HasKey(file => new { file.ImportId, file.Name });
        builder.Property(file => file.ImportId).HasColumnName("import_id");
        builder.Property(file => file.Name).HasColumnName("name");
        builder.Property(file => file.Content).HasColumnName("content");
    }

    public void Configure(EntityTypeBuilder<StoredProblem> builder)
    {
        builder.ToTable("import_problems");
        builder.Property(problem => problem.Id).HasColumnName("id").UseIdentityAlwaysColumn();
        builder.Property(problem => problem.ImportId).HasColumnName("import_id");
        builder.Property(problem => problem.File).HasColumnName("file");
        builder.Property(problem => problem.Line).HasColumnName("line");
        builder.Property(problem => problem.Column).HasColumnName("column");
        builder.Property(problem => problem.Value).HasColumnName("value");
        builder.Property(problem => problem.Message).HasColumnName("message");
        builder.HasIndex(problem => new { problem.ImportId, problem.File, problem.Line, problem.Id });
    }
}

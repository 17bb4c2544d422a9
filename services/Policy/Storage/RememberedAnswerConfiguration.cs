using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Policies.Storage;

internal sealed class RememberedAnswerConfiguration : IEntityTypeConfiguration<RememberedAnswer>
{
    public void Configure(EntityTypeBuilder<RememberedAnswer> builder)
    {
        builder.ToTable("answers");
        builder.HasKey(answer => new { answer.AgencyId, answer.Subject, answer.AccountId, answer.Key });
        builder.Property(answer => answer.AgencyId).HasColumnName("agency_id");
        builder.Property(answer => answer.Subject).HasColumnName("subject");
        builder.Property(answer => answer.AccountId).HasColumnName("account_id");
        builder.Property(answer => answer.Key).HasColumnName("key");
        builder.Property(answer => answer.Fingerprint).HasColumnName("fingerprint");
        builder.Property(answer => answer.Answer).HasColumnName("answer");
        builder.Property(answer => answer.AnsweredAt).HasColumnName("answered_at");
        builder.HasIndex(answer => answer.AnsweredAt);
    }
}

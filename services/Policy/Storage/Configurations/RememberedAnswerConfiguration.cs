using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Policies.Storage.Configurations;

internal sealed class RememberedAnswerConfiguration : IEntityTypeConfiguration<RememberedAnswer>
{
    public void Configure(EntityTypeBuilder<RememberedAnswer> builder)
    {
        builder.HasKey(answer => new { answer.AgencyId, answer.Subject, answer.AccountId, answer.Key });
        builder.HasIndex(answer => answer.AnsweredAt);
    }
}

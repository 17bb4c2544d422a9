using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Keys;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.IsOwnedByNobody("One key signs the tokens of every agency.");
        builder.Ignore(one => one.IsComing);
        builder.HasIndex(one => one.IsCurrent).IsUnique().HasFilter("is_current");
    }
}

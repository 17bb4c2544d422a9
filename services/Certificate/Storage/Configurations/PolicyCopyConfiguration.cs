using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class PolicyCopyConfiguration : IEntityTypeConfiguration<PolicyCopy>
{
    public void Configure(EntityTypeBuilder<PolicyCopy> builder)
    {
        builder.HasIndex(copy => copy.AccountId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class AccountCopyConfiguration : IEntityTypeConfiguration<AccountCopy>
{
    public void Configure(EntityTypeBuilder<AccountCopy> builder)
    {
        builder.IsOwnedByAccount(copy => copy.Id);
    }
}

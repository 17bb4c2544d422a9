using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;
using Portal.Policies.Domain.Accounts;

namespace Portal.Policies.Storage.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.IsOwnedByAccount(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.ComplexProperty(account => account.Address, address => address.ToJson());

        // Its getter makes it.
        builder.Property(account => account.SearchText).UsePropertyAccessMode(PropertyAccessMode.PreferProperty);
        builder.HasIndex(account => new { account.AgencyId, account.ClientRef });
    }
}

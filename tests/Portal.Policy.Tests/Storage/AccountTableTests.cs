using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Contracts.Accounts;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Storage;
using Portal.Policies.Tests.Support;
using Portal.Testing;

namespace Portal.Policies.Tests.Storage;

public sealed class AccountTableTests(Servers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newer_version_replaces_the_copy_an_older_one_or_another_agencys_does_not()
    {
        await using var service = await PolicyService.StartAsync(servers, Stop);
        var (id, agency) = (new AccountId(Guid.CreateVersion7()), new AgencyId(Guid.CreateVersion7()));

        await PutAsync(service, Copy(id, agency, 2, "Second"));
        await PutAsync(service, Copy(id, agency, 3, "Third"));
        await PutAsync(service, Copy(id, agency, 1, "First"));
        await PutAsync(service, Copy(id, new AgencyId(Guid.CreateVersion7()), 4, "Somebody else's"));

        var kept = await service.ReadAsync(db => db.Accounts.SingleAsync(account => account.Id == id, Stop));
        Assert.Equal((agency, 3, "Third"), (kept.AgencyId, kept.Version, kept.LegalName));
    }

    private static async Task PutAsync(PolicyService service, Account copy)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountTable>().PutAsync([copy], Stop);
    }

    private static Account Copy(AccountId id, AgencyId agency, long version, string name) => new()
    {
        Id = id,
        AgencyId = agency,
        Version = version,
        ClientRef = "C1",
        LegalName = name,
        Address = new PostalAddress { Street = "1 Main St", City = "Denver", State = "CO", Zip = "80202" },
    };
}

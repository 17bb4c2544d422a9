using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Contracts.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Features.Agencies;
using Portal.Identity.Storage;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Seeding;

/// <summary>The demo agency, its people and its partner client, as the configuration describes them.</summary>
internal sealed class DemoSeed(IdentityDb db, IOptions<DemoOptions> options, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Agency is not { } described)
        {
            return;
        }

        await DescribeAgencyAsync(described, cancellationToken);
        foreach (var person in options.Value.Staff)
        {
            await DescribePersonAsync(described.Id, person, cancellationToken);
        }

        if (options.Value is { PartnerClientId: { Length: > 0 } id, PartnerClientSecret: { Length: > 0 } secret })
        {
            var client = await db.Applications.FindAsync([id], cancellationToken)
                ?? db.Applications.Add(Application.Demo(id, described.Id, time.GetUtcNow())).Entity;
            client.Equip(Scopes.ForPartners, secret, time.GetUtcNow());
        }
    }

    private async Task DescribeAgencyAsync(DemoOptions.DemoAgency described, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var details = DetailsOf(described);
        var agency = await db.Agencies.SingleOrDefaultAsync(one => one.Id == described.Id, cancellationToken);
        if (agency is null)
        {
            agency = db.Agencies.Add(Agency.Open(described.Id, described.Slug, details, now)).Entity;
        }
        else if (!agency.Describe(details, now))
        {
            return;
        }

        // Told once, and perhaps before Certificate has started for the first time.
        db.Enqueue(AgencyMessages.Changed(agency), $"agency:{agency.Id}", awaitSubscriber: true);
    }

    private async Task DescribePersonAsync(
        Guid agencyId, DemoOptions.DemoStaff described, CancellationToken cancellationToken)
    {
        var person = await db.Staff.SingleOrDefaultAsync(
            one => one.AgencyId == agencyId && one.Email == described.Email, cancellationToken);
        if (person is null)
        {
            db.Staff.Add(new StaffMember
            {
                AgencyId = agencyId,
                Email = described.Email,
                Name = described.Name,
                Role = described.Role,
            });
        }
        else
        {
            (person.Name, person.Role) = (described.Name, described.Role);
        }
    }

    private static ProducerDetails DetailsOf(DemoOptions.DemoAgency described) => new()
    {
        Name = described.Name,
        Address = new PostalAddress
        {
            Street = described.Street,
            City = described.City,
            State = described.State,
            Zip = described.Zip,
        },
        ContactName = described.ContactName,
        Phone = described.Phone,
        Fax = described.Fax,
        Email = described.Email,
        AuthorizedRepresentative = described.AuthorizedRepresentative,
    };
}

using System.Net;
using Portal.Contracts.Agencies;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.Agencies.GetAgency;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Features;

public sealed class AgencyTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    [Fact]
    public async Task A_partner_sees_its_agency_with_contact_and_staff()
    {
        var agency = await running.Host.ReadAsync<AgencyResponse>(
            "/api/v1/agency", await running.Host.PartnerTokenAsync());

        Assert.Equal("Harborlight Insurance Agency", agency.Name);
        Assert.Equal("02110", agency.Address.Zip);
        Assert.Equal("(617) 555-0142", agency.Contact.Phone);
        Assert.Equal("Daniel R. Okafor", agency.AuthorizedRepresentative);
        Assert.Equal(
            [
                ("admin@harborlight.example", StaffRole.Admin), ("agent@harborlight.example", StaffRole.Agent),
                ("assistant@harborlight.example", StaffRole.Assistant),
            ],
            agency.Staff.Select(person => (person.Email, person.Role))
                .OrderBy(person => person.Email, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_service_is_refused_because_it_lacks_the_scope()
    {
        using var response = await running.Host.GetAsync(
            "/api/v1/agency", await running.Host.TokenAsync(IdentityHost.ServiceId, IdentityHost.ServiceSecret));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/agency")]
    [InlineData("/api/v1/clients")]
    [InlineData("/api/v1/clients/01989f3e-5c00-7a11-9b3e-4a1de2c0a001")]
    public async Task Nobody_without_a_token_sees_anything(string path)
    {
        using var response = await running.Host.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_other_services_are_told_of_the_agency()
    {
        var changed = await running.Bus.FirstAsync<AgencyChanged>(_ => true, TestContext.Current.CancellationToken);

        Assert.Equal(IdentityHost.DemoAgency, changed.AgencyId);
        Assert.Equal(1, changed.Version);
        Assert.Equal("Nora Whitfield", changed.ContactName);
        Assert.Equal("(617) 555-0143", changed.Fax);
        Assert.Equal("48 Commercial Wharf, Suite 210", changed.Address.Street);
    }
}

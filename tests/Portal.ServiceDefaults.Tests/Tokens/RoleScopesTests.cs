using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.Tests.Tokens;

public sealed class RoleScopesTests
{
    [Fact]
    public void Nobody_of_the_agency_gives_consent_in_place_of_the_client()
    {
        Assert.All(
            [Roles.Admin, Roles.Agent, Roles.Assistant],
            role => Assert.DoesNotContain(Scopes.ConsentWrite, RoleScopes.Of(role)));
        Assert.Contains(Scopes.ConsentWrite, RoleScopes.Of(Roles.Insured));
    }

    [Theory]
    [InlineData(PortalClaims.ViewMode)]
    [InlineData(PortalClaims.ManageMode)]
    public void Who_stepped_in_touches_no_sign_in_no_consent_and_does_not_step_on(string mode) => Assert.Empty(
        RoleScopes.OfDelegate(mode).Intersect(
        [
            Scopes.ClientsWrite, Scopes.SessionsRead, Scopes.SessionsWrite, Scopes.ConsentWrite,
            Scopes.DelegationsWrite,
            Scopes.DelegationsEnd, Scopes.AgencyWrite, Scopes.ApplicationsWrite,
        ]));

    [Fact]
    public void Who_may_only_view_has_no_scope_that_writes() =>
        Assert.All(
            RoleScopes.OfDelegate(PortalClaims.ViewMode),
            scope => Assert.EndsWith(".read", scope, StringComparison.Ordinal));

    [Fact]
    public void An_assistant_reads_only_but_for_stepping_in_and_its_own_sessions() => Assert.Equal(
        [Scopes.DelegationsEnd, Scopes.DelegationsWrite, Scopes.SessionsWrite],
        RoleScopes.Of(Roles.Assistant).Where(scope => !scope.EndsWith(".read", StringComparison.Ordinal)).Order());

    [Fact]
    public void No_person_has_what_is_meant_for_services() => Assert.All(
        [
            Roles.Admin, Roles.Agent, Roles.Assistant, Roles.Insured,
        ], role => Assert.Empty(RoleScopes.Of(role).Intersect(Scopes.ForServices)));

    [Theory]
    [InlineData("partner")]
    [InlineData("Admin")]
    [InlineData("")]
    public void A_role_that_no_person_has_is_refused(string role) =>
        Assert.Throws<ArgumentException>(() => RoleScopes.Of(role));

    [Fact]
    public void A_mode_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentException>(() => RoleScopes.OfDelegate("edit"));
}

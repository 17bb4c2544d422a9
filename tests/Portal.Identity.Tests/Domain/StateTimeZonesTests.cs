using Portal.Identity.Domain.Agencies;
using Portal.Insurance;

namespace Portal.Identity.Tests.Domain;

public sealed class StateTimeZonesTests
{
    [Fact]
    public void Every_state_has_a_zone_that_settings_can_name() =>
        Assert.All(UsStates.Codes, state => Assert.NotNull(UsTimeZone.Find(StateTimeZones.Of(state))));

    [Theory]
    [InlineData("MA", "America/New_York")]
    [InlineData("TN", "America/Chicago")]
    [InlineData("AZ", "America/Phoenix")]
    [InlineData("HI", "Pacific/Honolulu")]
    [InlineData("GU", "Pacific/Guam")]
    [InlineData("AP", "America/New_York")]
    public void A_state_of_several_zones_has_that_of_most_of_its_people(string state, string zone) =>
        Assert.Equal(zone, StateTimeZones.Of(state));
}

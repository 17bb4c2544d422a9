using System.Security.Claims;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.Tests.Tokens;

public sealed class CallerTests
{
    [Fact]
    public void Who_acts_is_the_subject_where_nobody_acts_for_it()
    {
        var actor = Caller(("sub", "person"), ("name", "Robin"), ("role", "insured")).Actor();

        Assert.Equal(new Actor("person", "Robin", "insured"), actor);
    }

    [Theory]
    [InlineData("""{"sub":"staff","name":"Dana","role":"agent"}""", "Dana", "agent")]
    [InlineData("""{"sub":"staff"}""", null, "insured")]
    public void Who_acts_for_the_subject_is_never_named_like_the_subject(string act, string? name, string role)
    {
        var actor = Caller(("sub", "account"), ("name", "Client LLC"), ("role", "insured"), ("act", act)).Actor();

        Assert.Equal(new Actor("staff", name, role), actor);
    }

    private static ClaimsPrincipal Caller(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}

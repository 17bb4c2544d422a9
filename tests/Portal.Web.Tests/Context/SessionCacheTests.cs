using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Portal.Web.Api.Sessions;
using Portal.Web.Context;

namespace Portal.Web.Tests.Context;

/// <summary>How long and how much of what Identity said of sessions is kept.</summary>
public sealed class SessionCacheTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PassingTime _time = new();
    private readonly SessionCache _cache;

    public SessionCacheTests() => _cache = new SessionCache(_time);

    [Fact]
    public void It_counts_for_a_few_seconds()
    {
        var (http, session) = (Request("one"), Session());
        _cache.Keep(http, session);

        _time.Now = Start + SessionCache.Kept - TimeSpan.FromSeconds(1);
        Assert.Same(session, _cache.Find(http));
        _time.Now = Start + SessionCache.Kept;
        Assert.Null(_cache.Find(http));
    }

    [Theory]
    [InlineData(4, 600, 600)]
    [InlineData(600, 4, 600)]
    [InlineData(600, 600, 4)]
    public void It_counts_no_longer_than_the_token_and_the_session(int token, int idle, int absolute)
    {
        var http = Request("one", token);
        _cache.Keep(http, Session(idle, absolute));

        _time.Now = Start.AddSeconds(3);
        Assert.NotNull(_cache.Find(http));
        _time.Now = Start.AddSeconds(4);
        Assert.Null(_cache.Find(http));
    }

    [Fact]
    public void Of_a_token_without_an_end_nothing_is_kept()
    {
        _cache.Keep(Request("one", seconds: null), Session());

        Assert.Null(_cache.Find(Request("one")));
    }

    [Fact]
    public void Another_token_finds_nothing()
    {
        _cache.Keep(Request("one"), Session());

        Assert.Null(_cache.Find(Request("two")));
        Assert.Null(_cache.Find(Request("on")));
        Assert.Null(_cache.Find(Request("one2")));
    }

    [Fact]
    public void What_is_forgotten_is_not_found_and_others_are()
    {
        var (one, two) = (Request("one"), Request("two"));
        _cache.Keep(one, Session());
        _cache.Keep(two, Session());

        _cache.Forget(one);

        Assert.Null(_cache.Find(one));
        Assert.NotNull(_cache.Find(two));
    }

    [Fact]
    public void No_more_are_kept_than_there_is_room_for()
    {
        for (var number = 0; number < SessionCache.MostKept + 500; number++)
        {
            _cache.Keep(Request(number.ToString(CultureInfo.InvariantCulture)), Session());
        }

        Assert.InRange(_cache.Count, 1, SessionCache.MostKept);
    }

    public void Dispose() => _cache.Dispose();

    private static DefaultHttpContext Request(string token, int? seconds = 600)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = "Bearer " + token;
        Claim[] claims = seconds is { } left
            ? [new("exp", (Start.ToUnixTimeSeconds() + left).ToString(CultureInfo.InvariantCulture))]
            : [];
        http.User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
        return http;
    }

    private static Session Session(int idle = 600, int absolute = 600) => new(
        new SessionPerson(Guid.CreateVersion7(), "Sam Broker", Email: null),
        new SessionAgency(
            Guid.CreateVersion7(), "harborlight", "Harborlight Insurance Agency", Accent: null, TimeZone: null),
        Client: null,
        Clients: [],
        Delegation: null,
        Start.AddSeconds(idle),
        Start.AddSeconds(absolute));

    private sealed class PassingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

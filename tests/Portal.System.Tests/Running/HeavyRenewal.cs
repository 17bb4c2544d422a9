using System.Text.Json;
using Portal.SystemTests.Documents;
using Portal.SystemTests.Mail;

namespace Portal.SystemTests.Running;

/// <summary>Renews the client with 2,000 holders and judges what its holders got.</summary>
internal sealed class HeavyRenewal(PortalSystem system)
{
    private static readonly string[] Lines = ["general_liability", "auto", "umbrella", "workers_compensation"];

    private static readonly IReadOnlyList<DemoHolder> Holders = DemoBook.Holders("heavy");

    /// <summary>Addresses of the holders that receive renewals.</summary>
    public static IReadOnlyList<string> Wanted { get; } =
        [.. Holders.Where(holder => holder.ReceivesRenewals).Select(holder => holder.Email).Order()];

    /// <summary>Imports the client; importing it again changes nothing.</summary>
    public Task<JsonElement> ImportAsync(CancellationToken cancellationToken) =>
        system.Partner.ImportAsync(DemoBook.Files("heavy"), dryRun: false, cancellationToken);

    /// <summary>Renews the four lines that holders are shown, all on one day.</summary>
    /// <returns>The distribution's id.</returns>
    public async Task<string> StartAsync(DateOnly effective, CancellationToken cancellationToken)
    {
        system.Mail.Empty();
        var policies = await system.Partner.PoliciesAsync(DemoBook.HeavyClient, cancellationToken);
        return await system.Partner.RenewAsync(
            [.. policies.Where(policy => Lines.Contains(policy.GetProperty("line").GetString()))], effective, cancellationToken);
    }

    /// <summary>Waits until a share of the certificates was delivered.</summary>
    public Task DeliveredAsync(string distribution, int atLeast, CancellationToken cancellationToken) => system.Partner.UntilAsync(
        $"/api/v1/distributions/{distribution}",
        state => state.GetProperty("delivered").GetInt32() >= atLeast,
        cancellationToken);

    /// <summary>
    /// Every holder that receives renewals got one mail (a few may have got it twice where <paramref name="twice"/> says
    /// so) with the new dates in its PDF; nobody else got any; nothing failed.
    /// </summary>
    public async Task AssertArrivedAsync(string distribution, DateOnly effective, int twice, CancellationToken cancellationToken)
    {
        var finished = await system.Partner.FinishedAsync(distribution, cancellationToken);
        Assert.Equal(Wanted.Count, finished.GetProperty("total").GetInt32());
        Assert.Equal(Wanted.Count, finished.GetProperty("issued").GetInt32());
        Assert.Equal(Wanted.Count, finished.GetProperty("delivered").GetInt32());
        Assert.Equal(0, finished.GetProperty("failed").GetInt32());

        var mails = system.Mail.Received();
        Assert.Equal(Wanted, mails.Select(mail => mail.Recipient).Distinct().Order());
        Assert.InRange(mails.Count - Wanted.Count, 0, twice);
        Assert.Equal(Wanted.Count, mails.Select(mail => mail.MessageId).Distinct().Count());
        await AssertDatesAsync(mails, effective, cancellationToken);
    }

    private static Task AssertDatesAsync(
        IReadOnlyList<SunkMail> mails, DateOnly effective, CancellationToken cancellationToken)
    {
        var names = Holders.ToDictionary(holder => holder.Email);
        return Parallel.ForEachAsync(mails, cancellationToken, async (mail, stop) =>
        {
            var text = await PdfText.OfAsync(mail.Attachment, stop);
            var holder = names[mail.Recipient];
            var dates = $"{effective:MM/dd/yyyy}";
            Assert.Contains(dates, text, StringComparison.Ordinal);
            Assert.Contains($"{effective.AddYears(1):MM/dd/yyyy}", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{effective.AddYears(-1):MM/dd/yyyy}", text, StringComparison.Ordinal);
            Assert.Contains(holder.Name, text, StringComparison.Ordinal);
            Assert.Equal(holder.Lines.Count, text.Split(dates).Length - 1);
        });
    }
}

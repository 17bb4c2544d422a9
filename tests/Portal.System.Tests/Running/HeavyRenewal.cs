using Portal.Testing.Mail;
using Portal.Testing.Pdf;
using Portal.Testing.Running;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests.Running;

/// <summary>Renews the client with 2,000 holders and judges what its holders got.</summary>
internal sealed class HeavyRenewal(RunningPortal portal)
{
    private static readonly string[] Lines = ["general_liability", "auto", "umbrella", "workers_compensation"];

    private static readonly IReadOnlyList<DemoHolder> Holders = DemoBook.Holders("heavy");

    /// <summary>Addresses of the holders that receive renewals.</summary>
    public static IReadOnlyList<string> Wanted { get; } =
        [.. Holders.Where(holder => holder.ReceivesRenewals).Select(holder => holder.Email).Order()];

    /// <summary>Imports the client; importing it again changes nothing.</summary>
    public Task<ImportAnswer> ImportAsync(CancellationToken cancellationToken) =>
        portal.Partner.ImportAsync(DemoBook.Files("heavy"), dryRun: false, cancellationToken);

    /// <summary>Renews the four lines that holders are shown, all on one day.</summary>
    /// <returns>The distribution's id.</returns>
    public async Task<string> StartAsync(DateOnly effective, CancellationToken cancellationToken)
    {
        portal.Mail.Empty();
        var policies = await portal.Partner.PoliciesAsync(DemoBook.HeavyClient, cancellationToken);
        return await portal.Partner.RenewAsync(
            [.. policies.Where(policy => Lines.Contains(policy.Line))], effective, cancellationToken);
    }

    /// <summary>Waits until a share of the certificates was delivered.</summary>
    public Task DeliveredAsync(
        string distribution, int atLeast, CancellationToken cancellationToken) =>
        portal.Partner.UntilAsync<DistributionAnswer>(
            $"/api/v1/distributions/{distribution}", state => state.Delivered >= atLeast, cancellationToken);

    /// <summary>
    /// Every holder that receives renewals got one mail (a few may have got it twice where <paramref name="twice"/>
    /// says so) with the new dates in its PDF; nobody else got any; nothing failed.
    /// </summary>
    public async Task AssertArrivedAsync(
        string distribution, DateOnly effective, int twice, CancellationToken cancellationToken)
    {
        var finished = await portal.Partner.FinishedAsync(distribution, cancellationToken);
        Assert.Equal(
            (Wanted.Count, Wanted.Count, Wanted.Count, 0),
            (finished.Total, finished.Issued, finished.Delivered, finished.Failed));

        var mails = portal.Mail.Received();
        Assert.Equal(Wanted, mails.Select(mail => mail.Recipient).Distinct().Order());
        Assert.InRange(mails.Count - Wanted.Count, 0, twice);
        Assert.Equal(Wanted.Count, mails.Select(mail => mail.MessageId).Distinct().Count());
        AssertDates(mails, effective);
    }

    private static void AssertDates(IReadOnlyList<SunkMail> mails, DateOnly effective)
    {
        var names = Holders.ToDictionary(holder => holder.Email);
        var (dates, ends, old) = (
            $"{effective:MM/dd/yyyy}", $"{effective.AddYears(1):MM/dd/yyyy}", $"{effective.AddYears(-1):MM/dd/yyyy}");
        Parallel.ForEach(mails, mail =>
        {
            var text = PdfTools.Text(mail.Attachment);
            var holder = names[mail.Recipient];
            Assert.Equal(holder.Lines.Count, text.Split(dates).Length - 1);
            Assert.Equal(holder.Lines.Count, text.Split(ends).Length - 1);
            Assert.DoesNotContain(old, text, StringComparison.Ordinal);
            Assert.Contains(holder.Name, text, StringComparison.Ordinal);
        });
    }
}

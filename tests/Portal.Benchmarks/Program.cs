using System.Globalization;
using Portal.Benchmarks.Comparing;
using Portal.Benchmarks.Fanout;
using Portal.Benchmarks.Imports;
using Portal.Benchmarks.Pages;
using Portal.Benchmarks.Pdf;
using Portal.Benchmarks.SigningIn;
using Portal.Benchmarks.Tokens;

switch (args)
{
    case ["pdf", .. var rest]:
        PdfBenchmark.Run(Console.Out, rest.FirstOrDefault());
        return 0;
    case ["fanout"]:
        await FanoutBenchmark.RunAsync(Console.Out, holders: 2_000, CancellationToken.None);
        return 0;
    case ["fanout", "--holders", var holders]
        when int.TryParse(holders, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0:
        await FanoutBenchmark.RunAsync(Console.Out, count, CancellationToken.None);
        return 0;
    case ["tokens"]:
        await TokensBenchmark.RunAsync(Console.Out, CancellationToken.None);
        return 0;
    case ["sign-in"]:
        await SignInBenchmark.RunAsync(Console.Out, CancellationToken.None);
        return 0;
    case ["import-memory"]:
        await ImportMemoryBenchmark.RunAsync(Console.Out, CancellationToken.None);
        return 0;
    case ["pages"]:
        await PagesBenchmark.RunAsync(Console.Out, CancellationToken.None);
        return 0;
    case ["compare", "--with", var commit]:
        await CompareBenchmark.RunAsync(Console.Out, commit, CancellationToken.None);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Usage: Portal.Benchmarks pdf [folder for a sample document]\n       Portal.Benchmarks fanout [--holders "
            + "2000]\n       Portal.Benchmarks tokens\n"
            + "       Portal.Benchmarks sign-in\n       Portal.Benchmarks pages\n       Portal.Benchmarks "
                + "import-memory\n"
            + "       Portal.Benchmarks compare --with <commit>");
        return 2;
}

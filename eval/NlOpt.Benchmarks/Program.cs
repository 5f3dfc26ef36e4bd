using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace NlOpt.Benchmarks;

internal static class Program
{
    /// <summary>
    /// Runs benchmarks, built for Release. The argument <c>reading</c> times the reader over a data set (see <see cref="ReadingTimes"/>),
    /// <c>gpu</c> the kernels on a GPU or its stand-in (see <see cref="DeviceTimes"/>); other arguments are those of BenchmarkDotNet, for
    /// example <c>--filter *Solving*</c>, and end with 0, or with 4 when a benchmark failed or was built for debugging.
    /// </summary>
    private static int Main(string[] arguments)
    {
        if (arguments is ["reading"]) return ReadingTimes.Run(Console.Out);
        if (arguments is ["gpu"]) return DeviceTimes.Run(Console.Out);

        // In process: nothing is generated or rebuilt, so it runs without a network and under the house's build rules.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config);
        Console.WriteLine($"Resident memory at the end: {Environment.WorkingSet / (1024 * 1024)} MiB");
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 4 : 0;
    }
}

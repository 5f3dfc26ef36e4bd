using System.Diagnostics;
using System.Globalization;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Ilgpu;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Benchmarks;

/// <summary>
/// How long kernels take on a GPU, or on the processor as a stand-in where there is none: a library of 256 vertices of dimension 11 at 8,064
/// points, and the rollout of the case valley with the network 64,64 over batches of scenarios. Times include sending and fetching.
/// </summary>
internal static class DeviceTimes
{
    private const int Passes = 5, Dimension = 11, Vertices = 256, Points = 8064;
    private static readonly int[] Batches = [64, 1024, 16384];

    /// <summary>Measures and prints.</summary>
    public static int Run(TextWriter output)
    {
        var gpu = ComputeDevice.OpenGpu();
        if (!gpu.IsSuccess) output.WriteLine(gpu.Diagnostics[0].ToString());
        using var device = gpu.TryGetValue(out var found) ? found : ComputeDevice.OpenProcessor();
        output.WriteLine($"device           {device.Name}");
        var random = new RandomNumbers(1);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
        var points = Draw(Points * Dimension);
        var (maxima, functions) = (new double[Points], new int[Points]);
        using (var maximum = new AffineMaximum(device, Draw(Vertices), Draw(Vertices * Dimension)))
        {
            const double Operations = 2.0 * Points * Vertices * Dimension;
            Print(output, $"{Vertices} vertices at {Points} points", Operations, () => maximum.Evaluate(points, maxima, functions));
        }

        var problem = HydroProblem.Of(HydroCases.Open(HydroCases.Valley, null).Value.Case);
        var shape = NetworkShape.Parse("mlp 64,64").Value;
        var rule = new DecisionRule(shape, [], RuleFeatures.Of(problem), new FractionActivation(), problem.TargetMap!);
        var parameters = new double[rule.Network.ParameterCount];
        rule.Network.Initialize(random, parameters);
        using var rollout = DeviceRollout.Open(device, problem, rule with { Parameters = [.. parameters] }).Value;
        foreach (var batch in device.IsGpu ? Batches : Batches[..1])
        {
            var scenarios = ScenarioSet.Sample(problem, batch, 1);
            Print(
                output, $"rollout of {batch} x {problem.StageCount} stages", 2.0 * parameters.Length * batch * problem.StageCount,
                () => rollout.Run(scenarios));
        }

        return 0;
    }

    private static void Print(TextWriter output, string what, double operations, Action work)
    {
        work();
        var best = double.PositiveInfinity;
        for (var pass = 0; pass < Passes; pass++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {best:0.00} ms, {operations / best / 1e6:0.00} GFlop/s"));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;

namespace NlOpt.Benchmarks;

/// <summary>
/// What networks cost in a gradient over 64 scenarios and 126 stages, on one core. A network with P parameters takes 6 P floating-point
/// operations a sample and stage (2 P forward, 2 P for the inputs, 2 P for the parameters; biases counted as weights): the baseline does
/// as many in registers, so the ratio tells how far from the limit of the core the network is.
/// </summary>
[MemoryDiagnoser]
public class NetworkBenchmark
{
    private const int Scenarios = 64, Stages = 126, Batch = 16;

    private INetworkTape[] _tapes = [];
    private double[] _parameters = [], _gradient = [];

    /// <summary>Shape of the network: 26 inputs, of which 11 are noise, and 11 outputs.</summary>
    [Params("linear", "mlp 64,64", "lstm 128 head 256,256")]
    public string Shape { get; set; } = "";

    /// <summary>Makes the network and random inputs.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var network = NetworkShape.Parse(Shape).Value.Make(26, 11, 11);
        var random = new RandomNumbers(1);
        (_parameters, _gradient) = (new double[network.ParameterCount], new double[network.ParameterCount]);
        network.Initialize(random, _parameters);
        _tapes = [.. Enumerable.Range(0, Scenarios / Batch).Select(_ => network.Open(Batch, Stages))];
        foreach (var tape in _tapes)
        {
            for (var stage = 0; stage < Stages; stage++)
            {
                foreach (ref var number in tape.Input(stage)) number = random.NextNormal();
                foreach (ref var number in tape.OutputGradient(stage)) number = random.NextNormal();
            }
        }
    }

    /// <summary>Forward and backward through all stages.</summary>
    [Benchmark]
    public double[] Gradient()
    {
        foreach (var tape in _tapes)
        {
            for (var stage = 0; stage < Stages; stage++) tape.Forward(_parameters, stage);
            for (var stage = Stages - 1; stage >= 0; stage--) tape.Backward(_parameters, stage);
            tape.AddParameterGradient(_gradient);
        }

        return _gradient;
    }

    /// <summary>As many operations as the gradient has, without any memory.</summary>
    [Benchmark(Baseline = true)]
    public double OperationsInRegisters() => MultiplyAdd(6L * _parameters.Length * Scenarios * Stages);

    // Eight chains hide the latency of four cycles where two multiply-adds begin in each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double MultiplyAdd(long operations)
    {
        const int OperationsOfRound = 8 * 4 * 2;
        Vector256<double> factor = Vector256.Create(0.999), offset = Vector256.Create(1e-3);
        Vector256<double> a = offset, b = offset, c = offset, d = offset, e = offset, f = offset, g = offset, h = offset;
        for (var round = operations / OperationsOfRound; round > 0; round--)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, offset);
            b = Vector256.FusedMultiplyAdd(b, factor, offset);
            c = Vector256.FusedMultiplyAdd(c, factor, offset);
            d = Vector256.FusedMultiplyAdd(d, factor, offset);
            e = Vector256.FusedMultiplyAdd(e, factor, offset);
            f = Vector256.FusedMultiplyAdd(f, factor, offset);
            g = Vector256.FusedMultiplyAdd(g, factor, offset);
            h = Vector256.FusedMultiplyAdd(h, factor, offset);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h);
    }
}

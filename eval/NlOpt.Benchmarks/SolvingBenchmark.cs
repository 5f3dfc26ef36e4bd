using BenchmarkDotNet.Attributes;
using NlOpt.Formulation;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;

namespace NlOpt.Benchmarks;

/// <summary>From a formulation to a plan.</summary>
[MemoryDiagnoser]
public class SolvingBenchmark
{
    /// <summary>Which amounts are whole.</summary>
    [Params(AmountKinds.AllInteger, AmountKinds.AllContinuous)]
    public AmountKinds Kinds { get; set; }

    /// <summary>Lowering alone.</summary>
    [Benchmark(Baseline = true)]
    public LoweredModel Lower() => Lowering.Lower(SampleFormulation.Value, new LoweringOptions { Kinds = Kinds }).Value;

    /// <summary>Lowering and solving.</summary>
    [Benchmark]
    public SolveResult LowerAndSolve() => OrToolsSolvers.Automatic.Solve(Lower().Model).Value;
}

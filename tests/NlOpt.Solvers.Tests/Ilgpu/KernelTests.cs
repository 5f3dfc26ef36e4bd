using FluentAssertions;
using NlOpt.Policies.Ilgpu;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Solvers.Tests.Onnx;
using Xunit;

namespace NlOpt.Solvers.Tests.Ilgpu;

/// <summary>Kernels against the code of the processor: on the processor as a stand-in, and on a GPU where there is one.</summary>
public class KernelTests
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_largest_affine_function_is_that_of_the_vertex_library(bool gpu)
    {
        const int Dimension = 11, Functions = 70, Points = 500;
        var random = new RandomNumbers(1);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
        double[] intercepts = Draw(Functions), slopes = Draw(Functions * Dimension), points = Draw(Points * Dimension);
        // Two functions alike: the first of them counts.
        intercepts[50] = intercepts[3];
        slopes.AsSpan(3 * Dimension, Dimension).CopyTo(slopes.AsSpan(50 * Dimension));
        var library = new VertexLibrary(Dimension);
        var origin = new double[Dimension];
        for (var function = 0; function < Functions; function++)
            library.Add(origin, intercepts[function], slopes.AsSpan(function * Dimension, Dimension));
        double[] expected = new double[Points], gradients = new double[Points * Dimension];
        library.Evaluate(points, expected, gradients);

        using var device = Open(gpu);
        using var maximum = new AffineMaximum(device, intercepts, slopes);
        var (maxima, functions) = (new double[Points], new int[Points]);
        maximum.Evaluate(points, maxima, functions);
        functions.Distinct().Count().Should().BeGreaterThan(5, "many functions are the largest somewhere");
        functions.Should().NotContain(50);
        for (var point = 0; point < Points; point++)
        {
            maxima[point].Should().BeApproximately(expected[point], 1e-12 * Math.Max(1, Math.Abs(expected[point])));
            slopes.AsSpan(functions[point] * Dimension, Dimension).ToArray().Should().Equal(gradients.AsSpan(point * Dimension, Dimension).ToArray());
        }
    }

    [SkippableTheory]
    [InlineData("mlp 64,64", false)]
    [InlineData("mlp 64,64", true)]
    [InlineData("linear", false)]
    [InlineData("mlp 3,50,7", false)]
    public void A_rollout_gives_the_targets_of_the_rule(string shape, bool gpu)
    {
        var problem = Rules.Problem("valley");
        var rule = Rules.Make(problem, shape);
        var scenarios = ScenarioSet.Sample(problem, 3, 3);
        using var device = Open(gpu);
        using var rollout = DeviceRollout.Open(device, problem, rule).Value;
        var found = rollout.Run(scenarios);
        var expected = Targets(problem, rule, scenarios);
        expected.Distinct().Count().Should().BeGreaterThan(50);
        found.Should().HaveCount(expected.Length);
        for (var index = 0; index < found.Length; index++)
            found[index].Should().BeApproximately(expected[index], 1e-9 * Math.Max(1, Math.Abs(expected[index])));
    }

    [Theory]
    [InlineData("valley", "lstm 4")]
    [InlineData("inventory", "mlp 4")]
    public void What_has_no_kernel_is_refused(string name, string shape)
    {
        var problem = Rules.Problem(name);
        using var device = ComputeDevice.OpenProcessor();
        var opened = DeviceRollout.Open(device, problem, Rules.Make(problem, shape));
        opened.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("gpu.unsupported");
    }

    [SkippableFact]
    public void Where_no_gpu_is_there_one_sentence_says_so()
    {
        var opened = ComputeDevice.OpenGpu();
        if (opened.TryGetValue(out var device)) device.Dispose();
        Skip.If(opened.IsSuccess, "there is a GPU here");
        opened.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("gpu.none");
    }

    private static ComputeDevice Open(bool gpu)
    {
        if (!gpu) return ComputeDevice.OpenProcessor();
        var opened = ComputeDevice.OpenGpu();
        Skip.If(!opened.IsSuccess, opened.IsSuccess ? "" : opened.Diagnostics[0].ToString());
        return opened.Value;
    }

    private static double[] Targets(MultistageProblem problem, DecisionRule rule, ScenarioSet scenarios)
    {
        var states = problem.State.Length;
        var targets = new double[scenarios.Count * problem.StageCount * states];
        using var session = rule.Open();
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
        {
            double[] incoming = [.. problem.State.Select(state => state.Initial)];
            for (var stage = 0; stage < problem.StageCount; stage++)
            {
                var target = targets.AsSpan((scenario * problem.StageCount + stage) * states, states);
                session.Target(stage, incoming, problem.NoiseAt(stage).Outcome(scenarios.Outcome(scenario, stage)), target);
                target.CopyTo(incoming);
            }
        }

        return targets;
    }
}

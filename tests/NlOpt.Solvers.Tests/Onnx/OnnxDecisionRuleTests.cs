using FluentAssertions;
using NlOpt.Policies.Onnx;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Onnx;

public class OnnxDecisionRuleTests
{
    [Theory]
    [InlineData("valley", "linear", OnnxPrecision.Double)]
    [InlineData("valley", "mlp 64,64", OnnxPrecision.Double)]
    [InlineData("valley", "mlp 64,64", OnnxPrecision.Single)]
    [InlineData("valley", "lstm 12 head 16,8", OnnxPrecision.Double)]
    [InlineData("valley", "lstm 12 head 16,8", OnnxPrecision.Single)]
    [InlineData("valley", "lstm 9,5", OnnxPrecision.Double)]
    [InlineData("inventory", "mlp 8", OnnxPrecision.Double)]
    [InlineData("inventory", "lstm 4 head 3", OnnxPrecision.Double)]
    [InlineData("production", "linear", OnnxPrecision.Single)]
    public void Targets_agree_with_ours_through_all_stages_of_several_scenarios(string name, string shape, OnnxPrecision precision)
    {
        var problem = Rules.Problem(name);
        var rule = Rules.Make(problem, shape);
        using var loaded = OnnxDecisionRule.Read(OnnxExport.ToBytes(problem, rule, Rules.Seed, precision), problem).Value;
        loaded.Device.Should().Be(OnnxDevice.Cpu);
        var tolerance = precision == OnnxPrecision.Double ? 1e-9 : 1e-5;
        var scenarios = ScenarioSet.Sample(problem, 3, 1);
        using var ours = rule.Open();
        using var theirs = loaded.Open();
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
        {
            double[] expected = [.. problem.State.Select(state => state.Initial)], found = [.. expected];
            for (var stage = 0; stage < problem.StageCount; stage++)
            {
                var noise = problem.NoiseAt(stage).Outcome(scenarios.Outcome(scenario, stage)).ToArray();
                double[] next = new double[expected.Length], nextFound = new double[expected.Length];
                ours.Target(stage, expected, noise, next);
                theirs.Target(stage, found, noise, nextFound);
                (expected, found) = (next, nextFound);
                for (var state = 0; state < expected.Length; state++)
                    found[state].Should().BeApproximately(expected[state], tolerance * Math.Max(1, Math.Abs(expected[state])));
            }
        }
    }

    [Theory]
    [InlineData("mlp 7,5")]
    [InlineData("lstm 6,4 head 5")]
    public void A_file_gives_the_rule_back_bit_for_bit(string shape)
    {
        var problem = Rules.Problem("production");
        var rule = Rules.Make(problem, shape);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            OnnxExport.Write(path, problem, rule, Rules.Seed).Value.Should().Be((int)new FileInfo(path).Length);
            using var loaded = OnnxDecisionRule.Load(path, problem).Value;
            loaded.Rule.Parameters.Should().Equal(rule.Parameters);
            loaded.Rule.Features.Should().BeEquivalentTo(rule.Features);
            loaded.Rule.Activation.Should().Be(rule.Activation);
            loaded.Description.Problem.Should().Be("production");
            loaded.Description.Seed.Should().Be(Rules.Seed);
            loaded.Description.Network.Should().Be(NetworkShape.Parse(shape).Value);
            loaded.Description.TargetMap.Should().Be(problem.TargetMap!.Describe());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("mlp 64,64", OnnxPrecision.Double)]
    [InlineData("lstm 128 head 256,256", OnnxPrecision.Single)]
    public void Large_networks_are_rounded_unless_told_otherwise(string shape, OnnxPrecision precision)
    {
        var problem = Rules.Problem("inventory");
        var rule = Rules.Make(problem, shape);
        OnnxExport.ToBytes(problem, rule, 1).Should().Equal(OnnxExport.ToBytes(problem, rule, 1, precision));
    }

    [Fact]
    public void Exports_are_the_same_bytes_each_time()
    {
        var problem = Rules.Problem("inventory");
        var rule = Rules.Make(problem, "mlp 4");
        OnnxExport.ToBytes(problem, rule, 1).Should().Equal(OnnxExport.ToBytes(problem, rule, 1));
    }

    [Fact]
    public void A_policy_made_from_a_file_costs_what_the_rule_costs()
    {
        var problem = Rules.Problem("valley");
        var rule = Rules.Make(problem, "lstm 5 head 6");
        using var loaded = OnnxDecisionRule.Read(OnnxExport.ToBytes(problem, rule, Rules.Seed), problem).Value;
        var scenarios = ScenarioSet.Sample(problem, 4, 2);
        var expected = Simulator.Run(problem, new DecisionRulePolicy("ours", problem, rule, OrToolsSolvers.Clp), scenarios).Value;
        var found = Simulator.Run(problem, new DecisionRulePolicy("onnx", problem, loaded, OrToolsSolvers.Clp), scenarios).Value;
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
        {
            var cost = expected.TotalCost(scenario, problem.StageCount);
            cost.Should().NotBeNull();
            found.TotalCost(scenario, problem.StageCount).Should().BeApproximately(cost!.Value, 1e-6 * cost.Value);
        }
    }

    [SkippableFact]
    public void A_device_that_is_missing_is_refused_in_one_sentence_or_passed_over_when_asked_to()
    {
        var problem = Rules.Problem("inventory");
        var bytes = OnnxExport.ToBytes(problem, Rules.Make(problem, "mlp 4"), Rules.Seed);
        using var automatic = OnnxDecisionRule.Read(bytes, problem, OnnxDevice.Automatic).Value;
        Skip.If(automatic.Device == OnnxDevice.Cuda, "the runtime offers CUDA here");
        OnnxDecisionRule.Read(bytes, problem, OnnxDevice.Cuda).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("onnx.no-cuda");
    }
}

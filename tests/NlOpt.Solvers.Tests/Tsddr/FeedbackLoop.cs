using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;

namespace NlOpt.Solvers.Tests.Tsddr;

/// <summary>
/// A network driven the way policies drive it: the first inputs of a step are noise, the others come from the outputs of the step before.
/// The cost is a smooth function of all outputs, so that its gradient by parameters and noise can be checked against differences.
/// </summary>
internal sealed class FeedbackLoop(INetwork network, int noiseSize, int batch, int steps)
{
    private readonly INetworkTape _tape = network.Open(batch, steps);

    public double[] NoiseGradient { get; } = new double[batch * steps * noiseSize];

    public double[] CostOfSample { get; } = new double[batch];

    public static double[] Noise(ulong seed, int count)
    {
        var random = new RandomNumbers(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
    }

    public double Cost(ReadOnlySpan<double> parameters, ReadOnlySpan<double> noise)
    {
        Array.Clear(CostOfSample);
        for (var step = 0; step < steps; step++)
        {
            var input = _tape.Input(step);
            for (var sample = 0; sample < batch; sample++)
            {
                var row = input.Slice(sample * network.InputSize, network.InputSize);
                noise.Slice((sample * steps + step) * noiseSize, noiseSize).CopyTo(row);
                for (var index = noiseSize; index < row.Length; index++) row[index] = step == 0 ? 0.1 : Fed(_tape.Output(step - 1), sample, index);
            }

            _tape.Forward(parameters, step);
            var output = _tape.Output(step);
            for (var index = 0; index < output.Length; index++) CostOfSample[index / network.OutputSize] += Weight(step, index) * Bend(output[index]);
        }

        var cost = 0.0;
        foreach (var part in CostOfSample) cost += part;
        return cost;
    }

    public void AddGradient(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        for (var step = steps - 1; step >= 0; step--)
        {
            var outputGradient = _tape.OutputGradient(step);
            var output = _tape.Output(step);
            for (var index = 0; index < output.Length; index++) outputGradient[index] = Weight(step, index) * BendSlope(output[index]);
            for (var sample = 0; sample < batch && step < steps - 1; sample++)
            {
                var later = _tape.InputGradient(step + 1).Slice(sample * network.InputSize, network.InputSize);
                for (var index = noiseSize; index < later.Length; index++) outputGradient[At(sample, index)] += 0.7 * later[index];
            }

            _tape.Backward(parameters, step);
            for (var sample = 0; sample < batch; sample++)
                _tape.InputGradient(step).Slice(sample * network.InputSize, noiseSize).CopyTo(NoiseGradient.AsSpan((sample * steps + step) * noiseSize));
        }

        _tape.AddParameterGradient(gradient);
    }

    private int At(int sample, int input) => sample * network.OutputSize + (input - noiseSize) % network.OutputSize;

    private double Fed(ReadOnlySpan<double> output, int sample, int input) => 0.7 * output[At(sample, input)];

    private double Weight(int step, int index) => 1 + 0.1 * Math.Sin(step + 2.0 * (index % network.OutputSize));

    private static double Bend(double output) => output + 0.3 * output * output;

    private static double BendSlope(double output) => 1 + 0.6 * output;
}

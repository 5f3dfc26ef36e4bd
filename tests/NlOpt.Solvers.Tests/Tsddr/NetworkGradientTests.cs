using FluentAssertions;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;
using Xunit;

namespace NlOpt.Solvers.Tests.Tsddr;

/// <summary>Reverse mode against central differences, and what must not depend on the size of the batch.</summary>
public class NetworkGradientTests
{
    private const int NoiseSize = 3;

    public static TheoryData<string, int, int> Shapes => new()
    {
        { "linear", 7, 3 },
        { "linear", 20, 33 },
        { "mlp 5", 6, 2 },
        { "mlp 64,64", 26, 11 },
        { "mlp 17,9,4", 5, 1 },
        { "lstm 6", 7, 3 },
        { "lstm 8 head 5", 3, 2 },
        { "lstm 20,9 head 12,7", 6, 4 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_equal_central_differences(string shape, int inputs, int outputs)
    {
        const int Batch = 5, Steps = 12;
        var network = NetworkShape.Parse(shape).Value.Make(inputs, outputs, NoiseSize);
        var loop = new FeedbackLoop(network, NoiseSize, Batch, Steps);
        var parameters = Parameters(network);
        var noise = FeedbackLoop.Noise(2, Batch * Steps * NoiseSize);
        loop.Cost(parameters, noise);
        var gradient = new double[network.ParameterCount];
        loop.AddGradient(parameters, gradient);
        var noiseGradient = loop.NoiseGradient.ToArray();

        var chosen = Chosen(network.ParameterCount);
        var differences = chosen.Select(index => Difference(parameters, index, () => loop.Cost(parameters, noise))).ToArray();
        Compare(differences, [.. chosen.Select(index => gradient[index])]);
        var moved = Chosen(noise.Length);
        Compare([.. moved.Select(index => Difference(noise, index, () => loop.Cost(parameters, noise)))], [.. moved.Select(index => noiseGradient[index])]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_sample_gets_the_same_bits_alone_and_in_a_batch(string shape, int inputs, int outputs)
    {
        const int Batch = 7, Steps = 9;
        var network = NetworkShape.Parse(shape).Value.Make(inputs, outputs, NoiseSize);
        var parameters = Parameters(network);
        var noise = FeedbackLoop.Noise(3, Batch * Steps * NoiseSize);
        var together = new FeedbackLoop(network, NoiseSize, Batch, Steps);
        together.Cost(parameters, noise);
        var gradient = new double[network.ParameterCount];
        together.AddGradient(parameters, gradient);
        var alone = new FeedbackLoop(network, NoiseSize, 1, Steps);
        var sum = new double[network.ParameterCount];
        const int Length = Steps * NoiseSize;
        for (var sample = 0; sample < Batch; sample++)
        {
            alone.Cost(parameters, noise.AsSpan(sample * Length, Length)).Should().Be(together.CostOfSample[sample]);
            alone.AddGradient(parameters, sum);
            alone.NoiseGradient.Should().Equal(together.NoiseGradient.AsSpan(sample * Length, Length).ToArray());
        }

        Compare(sum, gradient);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reusing_a_tape_gives_the_same_bits(string shape, int inputs, int outputs)
    {
        const int Batch = 4, Steps = 5;
        var network = NetworkShape.Parse(shape).Value.Make(inputs, outputs, NoiseSize);
        var parameters = Parameters(network);
        var noise = FeedbackLoop.Noise(4, Batch * Steps * NoiseSize);
        double[] Gradient(FeedbackLoop loop, double[] of)
        {
            var gradient = new double[network.ParameterCount];
            loop.Cost(of, noise);
            loop.AddGradient(of, gradient);
            return gradient;
        }

        var used = new FeedbackLoop(network, NoiseSize, Batch, Steps);
        Gradient(used, [.. parameters.Select(parameter => 1 - parameter)]);
        Gradient(used, parameters).Should().Equal(Gradient(new FeedbackLoop(network, NoiseSize, Batch, Steps), parameters));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Steps_do_not_allocate(string shape, int inputs, int outputs)
    {
        const int Batch = 6, Steps = 8;
        var network = NetworkShape.Parse(shape).Value.Make(inputs, outputs, NoiseSize);
        var parameters = Parameters(network);
        var gradient = new double[network.ParameterCount];
        var noise = FeedbackLoop.Noise(5, Batch * Steps * NoiseSize);
        var loop = new FeedbackLoop(network, NoiseSize, Batch, Steps);
        void Pass()
        {
            loop.Cost(parameters, noise);
            loop.AddGradient(parameters, gradient);
        }

        Pass();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_parameter_that_is_no_number_is_not_hidden(string shape, int inputs, int outputs)
    {
        var network = NetworkShape.Parse(shape).Value.Make(inputs, outputs, NoiseSize);
        var parameters = Parameters(network);
        parameters[0] = double.NaN;
        new FeedbackLoop(network, NoiseSize, 1, 2).Cost(parameters, FeedbackLoop.Noise(6, 2 * NoiseSize)).Should().Be(double.NaN);
    }

    private static double[] Parameters(INetwork network)
    {
        var parameters = new double[network.ParameterCount];
        network.Initialize(new RandomNumbers(1), parameters);
        // Biases start at 0 and the last layer small: other values test more.
        var random = new RandomNumbers(7);
        for (var index = 0; index < parameters.Length; index++) parameters[index] += 0.1 * random.NextNormal();
        return parameters;
    }

    private static int[] Chosen(int count)
    {
        var random = new RandomNumbers(8);
        return count <= 60 ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, 60).Select(_ => random.NextIndex(count))];
    }

    private static double Difference(double[] values, int index, Func<double> cost)
    {
        const double Step = 1e-5;
        var kept = values[index];
        values[index] = kept + Step;
        var above = cost();
        values[index] = kept - Step;
        var below = cost();
        values[index] = kept;
        return (above - below) / (2 * Step);
    }

    private static void Compare(double[] expected, double[] found)
    {
        double Product(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();
        var length = Math.Sqrt(Product(expected, expected));
        (Product(expected, found) / (length * Math.Sqrt(Product(found, found)))).Should().BeGreaterThan(0.99999);
        var distance = Math.Sqrt(expected.Zip(found, (a, b) => (a - b) * (a - b)).Sum());
        (distance / length).Should().BeLessThan(1e-6);
    }
}

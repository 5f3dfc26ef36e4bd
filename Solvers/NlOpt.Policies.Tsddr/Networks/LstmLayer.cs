using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>A layer of long short-term memory with its working memory for one batch through all steps.</summary>
internal sealed class LstmLayer
{
    private const int GateCount = 4, InputGate = 0, ForgetGate = 1, CellGate = 2, OutputGate = 3;

    private readonly int _batch, _steps, _length;
    private readonly DenseLayer[] _gates;

    // The gates after their activation; backward puts the gradients by their arguments in the same place.
    private readonly AlignedMemory[] _gateValues;

    // Step t finds the state before it at t and leaves the one after it at t + 1.
    private readonly AlignedMemory _cells, _hidden, _cellTangents, _cellGradient, _hiddenGradient;

    public LstmLayer(int batch, int steps, int inputs, int units, int parameterStart)
    {
        (_batch, _steps, Stride) = (batch, steps, MatrixProduct.Stride(units));
        _length = batch * Stride;
        var gateParameters = DenseLayer.ParameterCount(inputs + units, units);
        _gates = [.. Enumerable.Range(0, GateCount).Select(gate => new DenseLayer(inputs, units, units, parameterStart + gate * gateParameters))];
        _gateValues = [.. Enumerable.Range(0, GateCount).Select(_ => new AlignedMemory(checked(steps * _length)))];
        _cells = new AlignedMemory(checked((steps + 1) * _length));
        _hidden = new AlignedMemory(checked((steps + 1) * _length));
        _cellTangents = new AlignedMemory(steps * _length);
        _cellGradient = new AlignedMemory(_length);
        _hiddenGradient = new AlignedMemory(_length);
    }

    /// <summary>Distance between the rows of hidden states and their gradients.</summary>
    public int Stride { get; }

    /// <summary>Hidden states after all steps, one row a step and sample.</summary>
    public Rows AllHidden => new(_hidden.Span[_length..], Stride);

    /// <summary>d cost / d hidden state after the step that <see cref="Backward"/> goes through next; layers above add to it.</summary>
    public Span<double> HiddenGradient => _hiddenGradient.Span;

    public static int ParameterCount(int inputs, int units) => checked(GateCount * DenseLayer.ParameterCount(inputs + units, units));

    /// <summary>Random weights of variance 1 / inputs; biases 0, that of the forget gate 1, so that it remembers at first.</summary>
    public static void Initialize(RandomNumbers random, int inputs, int units, Span<double> parameters)
    {
        var length = DenseLayer.ParameterCount(inputs + units, units);
        var scale = 1 / Math.Sqrt(inputs + units);
        for (var gate = 0; gate < GateCount; gate++)
        {
            var own = parameters.Slice(gate * length, length);
            var weights = own[..^units];
            for (var index = 0; index < weights.Length; index++) weights[index] = scale * random.NextNormal();
            own[^units..].Fill(gate == ForgetGate ? 1 : 0);
        }
    }

    /// <summary>Takes a copy of the parameters.</summary>
    public void Pack(ReadOnlySpan<double> parameters)
    {
        foreach (var gate in _gates) gate.Pack(parameters);
    }

    /// <summary>Hidden state after a step.</summary>
    public Rows Hidden(int step) => new(_hidden.Slice((step + 1) * _length, _length), Stride);

    public void Forward(int step, Rows input)
    {
        for (var gate = 0; gate < GateCount; gate++)
        {
            var values = GateValues(gate, step);
            _gates[gate].Forward(_batch, input, new Rows(_hidden.Slice(step * _length, _length), Stride), values, Stride);
            if (gate == CellGate) Activation.Tanh(values);
            else Activation.Logistic(values);
        }

        ref var inputGate = ref MemoryMarshal.GetReference(GateValues(InputGate, step));
        ref var forgetGate = ref MemoryMarshal.GetReference(GateValues(ForgetGate, step));
        ref var cellGate = ref MemoryMarshal.GetReference(GateValues(CellGate, step));
        ref var outputGate = ref MemoryMarshal.GetReference(GateValues(OutputGate, step));
        ref var before = ref MemoryMarshal.GetReference(_cells.Slice(step * _length, _length));
        ref var after = ref MemoryMarshal.GetReference(_cells.Slice((step + 1) * _length, _length));
        ref var tangent = ref MemoryMarshal.GetReference(_cellTangents.Slice(step * _length, _length));
        ref var hidden = ref MemoryMarshal.GetReference(_hidden.Slice((step + 1) * _length, _length));
        unchecked
        {
            for (nuint at = 0; at < (nuint)_length; at += Activation.Lanes)
            {
                var kept = Vector256.LoadUnsafe(ref forgetGate, at) * Vector256.LoadUnsafe(ref before, at);
                var cell = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref inputGate, at), Vector256.LoadUnsafe(ref cellGate, at), kept);
                var bent = Activation.Tanh(cell);
                cell.StoreUnsafe(ref after, at);
                bent.StoreUnsafe(ref tangent, at);
                (Vector256.LoadUnsafe(ref outputGate, at) * bent).StoreUnsafe(ref hidden, at);
            }
        }
    }

    /// <summary>Forgets the gradients of a pass before.</summary>
    public void BeginBackward()
    {
        _cellGradient.Span.Clear();
        _hiddenGradient.Span.Clear();
    }

    /// <summary>From the gradient by the hidden state after a step to that by the state before it and by the input.</summary>
    /// <param name="step">The step.</param>
    /// <param name="add">Whether the gradient by the input is added to what is there.</param>
    /// <param name="inputGradient">d cost / d input.</param>
    /// <param name="inputStride">Distance between its rows.</param>
    public void Backward(int step, bool add, Span<double> inputGradient, int inputStride)
    {
        BackwardThroughCell(step);
        for (var gate = 0; gate < GateCount; gate++)
        {
            var gradient = new Rows(GateValues(gate, step), Stride);
            _gates[gate].Backward(_batch, second: false, gradient, add || gate > 0, inputGradient, inputStride);
            _gates[gate].Backward(_batch, second: true, gradient, gate > 0, _hiddenGradient.Span, Stride);
        }
    }

    /// <summary>Adds d cost / d parameters, summed over samples and steps.</summary>
    public void AddParameterGradient(Rows inputs, Span<double> gradient)
    {
        var before = new Rows(_hidden.Span, Stride);
        for (var gate = 0; gate < GateCount; gate++)
            _gates[gate].AddParameterGradient(_steps * _batch, inputs, before, new Rows(_gateValues[gate].Span, Stride), gradient);
    }

    private void BackwardThroughCell(int step)
    {
        ref var inputGate = ref MemoryMarshal.GetReference(GateValues(InputGate, step));
        ref var forgetGate = ref MemoryMarshal.GetReference(GateValues(ForgetGate, step));
        ref var cellGate = ref MemoryMarshal.GetReference(GateValues(CellGate, step));
        ref var outputGate = ref MemoryMarshal.GetReference(GateValues(OutputGate, step));
        ref var before = ref MemoryMarshal.GetReference(_cells.Slice(step * _length, _length));
        ref var tangent = ref MemoryMarshal.GetReference(_cellTangents.Slice(step * _length, _length));
        ref var cellGradients = ref MemoryMarshal.GetReference(_cellGradient.Span);
        ref var hiddenGradients = ref MemoryMarshal.GetReference(_hiddenGradient.Span);
        var one = Vector256<double>.One;
        unchecked
        {
            for (nuint at = 0; at < (nuint)_length; at += Activation.Lanes)
            {
                var (i, f) = (Vector256.LoadUnsafe(ref inputGate, at), Vector256.LoadUnsafe(ref forgetGate, at));
                var (g, o) = (Vector256.LoadUnsafe(ref cellGate, at), Vector256.LoadUnsafe(ref outputGate, at));
                var bent = Vector256.LoadUnsafe(ref tangent, at);
                var byHidden = Vector256.LoadUnsafe(ref hiddenGradients, at);
                var byCell = Vector256.FusedMultiplyAdd(byHidden * o, one - bent * bent, Vector256.LoadUnsafe(ref cellGradients, at));
                (byHidden * bent * o * (one - o)).StoreUnsafe(ref outputGate, at);
                (byCell * g * i * (one - i)).StoreUnsafe(ref inputGate, at);
                (byCell * Vector256.LoadUnsafe(ref before, at) * f * (one - f)).StoreUnsafe(ref forgetGate, at);
                (byCell * i * (one - g * g)).StoreUnsafe(ref cellGate, at);
                (byCell * f).StoreUnsafe(ref cellGradients, at);
            }
        }
    }

    private Span<double> GateValues(int gate, int step) => _gateValues[gate].Slice(step * _length, _length);
}

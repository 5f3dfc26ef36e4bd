using System.Reflection;
using System.Runtime.InteropServices;

namespace NlOpt.Solving.OrTools;

/// <summary>The C interface of CLP, in the library that the OR-Tools package ships for Linux and macOS.</summary>
/// <remarks>
/// CLP trusts its caller: wrong indices, NaN or huge costs end the process, so everything passes the validator first. A model belongs to
/// one thread at a time; only <see cref="SetMaximumSeconds"/> may be called from another one.
/// </remarks>
internal static unsafe partial class ClpLibrary
{
    private const string Name = "Clp";

    static ClpLibrary() => NativeLibrary.SetDllImportResolver(typeof(ClpLibrary).Assembly, Resolve);

    [LibraryImport(Name, EntryPoint = "Clp_newModel")]
    public static partial nint NewModel();

    [LibraryImport(Name, EntryPoint = "Clp_deleteModel")]
    public static partial void DeleteModel(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_setLogLevel")]
    public static partial void SetLogLevel(nint model, int level);

    /// <summary>Matrix by columns: starts has one entry more than there are columns. Missing bounds are infinities.</summary>
    [LibraryImport(Name, EntryPoint = "Clp_loadProblem")]
    public static partial void LoadProblem(
        nint model, int columnCount, int rowCount, int* starts, int* rows, double* values,
        double* lower, double* upper, double* costs, double* rowLower, double* rowUpper);

    [LibraryImport(Name, EntryPoint = "Clp_addRows")]
    public static partial void AddRows(nint model, int count, double* lower, double* upper, int* starts, int* columns, double* values);

    /// <summary>1 minimizes, -1 maximizes.</summary>
    [LibraryImport(Name, EntryPoint = "Clp_setOptimizationDirection")]
    public static partial void SetOptimizationDirection(nint model, double direction);

    /// <summary>CPU seconds from now on; negative for no limit; 0 stops a running solve.</summary>
    [LibraryImport(Name, EntryPoint = "Clp_setMaximumSeconds")]
    public static partial void SetMaximumSeconds(nint model, double seconds);

    /// <summary>How rows and columns are scaled within a solve: 0 not at all, 3 (the default) as CLP sees fit.</summary>
    [LibraryImport(Name, EntryPoint = "Clp_scaling")]
    public static partial void Scaling(nint model, int mode);

    [LibraryImport(Name, EntryPoint = "Clp_initialSolve")]
    public static partial int InitialSolve(nint model);

    /// <summary>Dual simplex from the present basis.</summary>
    [LibraryImport(Name, EntryPoint = "Clp_dual")]
    public static partial int Dual(nint model, int pass);

    /// <summary>-1 unknown, 0 optimal, 1 primal infeasible, 2 dual infeasible, 3 stopped, 4 errors.</summary>
    [LibraryImport(Name, EntryPoint = "Clp_status")]
    public static partial int Status(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_columnLower")]
    public static partial double* ColumnLower(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_columnUpper")]
    public static partial double* ColumnUpper(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_objective")]
    public static partial double* Costs(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_rowLower")]
    public static partial double* RowLower(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_rowUpper")]
    public static partial double* RowUpper(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_primalColumnSolution")]
    public static partial double* Values(nint model);

    [LibraryImport(Name, EntryPoint = "Clp_dualRowSolution")]
    public static partial double* DualValues(nint model);

    /// <summary>True when the library is there.</summary>
    public static bool IsPresent()
    {
        var handle = Resolve(Name, typeof(ClpLibrary).Assembly, null);
        return handle != 0 && NativeLibrary.TryGetExport(handle, "Clp_newModel", out _);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Name) return 0;
        foreach (var file in new[] { "libClp.so.1", "libClp.1.dylib", "Clp.dll" })
        {
            if (NativeLibrary.TryLoad(file, assembly, searchPath, out var handle)) return handle;
        }

        return 0;
    }
}

import axios from 'axios';

const register = (payload: RegisterRequest) =>
  axios.post<ApiResponse<{ tenant: Tenant; auth: AuthPayload }>>('/api/tenants/register', payload);

const login = (payload: LoginRequest) =>
  axios.post<ApiResponse<{ tenant: Tenant; auth: AuthPayload }>>('/api/tenants/login', payload);

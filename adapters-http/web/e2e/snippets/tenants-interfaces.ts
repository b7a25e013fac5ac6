export interface Tenant {
  id: number;
  name: string;
  email: string;
  status: 'active' | 'inactive' | 'suspended';
  created_at: string; // ISO timestamp
  updated_at: string; // ISO timestamp
}

export interface AuthPayload {
  accessToken: string;
  tokenType: 'Bearer';
  expiresIn: string; // e.g., "1h"
}

export interface RegisterRequest {
  name: string;
  email: string;
  password: string;
}

export interface LoginRequest {
  email: string;
  password: string;
}

export interface ApiResponse<T = any> {
  success: boolean;
  message: string;
  data?: T;
  error?: string | Record<string, string>;
}
